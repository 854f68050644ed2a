// Standard answers: a click puts one into the answer at the cursor, another click takes it out again.
(function () {
  var before = "", after = null;

  function box() { return document.getElementById("inquiry-answer"); }
  function undo(shown) {
    var button = document.getElementById("inquiry-take-out");
    if (button) button.style.display = shown ? "" : "none";
    if (!shown) after = null;
  }
  function write(field, words) {
    var own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    own.set.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function put(field, words) {
    var at = field.selectionStart, start = field.value.slice(0, at);
    var gap = start.trim() && !/\n\n$/.test(start) ? (/\n$/.test(start) ? "\n" : "\n\n") : "";
    field.focus();
    // The browser's own way of typing, so that its undo key knows it; where there is none, the words are set.
    if (!document.execCommand("insertText", false, gap + words)) {
      write(field, start + gap + words + field.value.slice(field.selectionEnd));
    }
  }

  document.addEventListener("click", function (event) {
    var chip = event.target.closest("[data-standard-answer]"), field = box(), said;
    if (!chip || !field) return;
    var was = field.value;
    put(field, chip.getAttribute("data-standard-answer"));
    before = was;
    after = field.value;
    undo(true);
    said = document.getElementById("inquiry-put-in");
    if (said) { said.textContent = ""; said.textContent = said.getAttribute("data-said"); }
  });
  document.addEventListener("click", function (event) {
    var field = box();
    if (!event.target.closest("#inquiry-take-out") || !field) return;
    if (field.value === after) write(field, before);
    undo(false);
    field.focus();
  });
  // Who types on has made it their own: then the undo key of the browser goes back.
  document.addEventListener("input", function (event) {
    if (event.target === box() && after !== null && event.target.value !== after) undo(false);
  });
})();
