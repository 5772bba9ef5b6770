"""What On Record costs, as ratios within one run; docs/benchmarks.md holds the last figures."""
