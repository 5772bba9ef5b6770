"use strict";
// Without this script every question stays in sight; it only narrows the list.
const form = document.getElementById("filter");
const questions = [...document.querySelectorAll(".question")];

function narrow() {
  const words = form.words.value.trim().toLowerCase();
  let shown = 0;
  for (const question of questions) {
    const fits =
      (!form.verdict.value || question.dataset.verdict === form.verdict.value) &&
      (!form.tag.value || question.dataset.tags.split("|").includes(form.tag.value)) &&
      (!words || question.textContent.toLowerCase().includes(words));
    question.hidden = !fits;
    shown += fits;
  }
  form.count.value = `${shown} of ${questions.length}`;
}

form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
narrow();
