// An answer that is not kept by the server yet is kept in this tab, by who types: it comes back after signing in again.
(function () {
  var LONGEST = 12 * 60 * 60 * 1000;
  var KEY = "rode-draad-answer ";
  var stored = "";  // what the server keeps of it
  var dash = function () { return window.dash_clientside; };

  function box() { return document.getElementById("inquiry-answer"); }
  function place() { return KEY + document.getElementById("inquiry").dataset.me + " " + location.pathname; }
  function kept() {
    try {
      var found = JSON.parse(sessionStorage.getItem(place()));
      return found && found.words.trim() && Date.now() - found.at < LONGEST ? found : null;
    } catch (refused) { return null; }
  }
  function forget() {
    try { sessionStorage.removeItem(place()); } catch (refused) { /* private window */ }
  }
  function keep(words) {
    if (words === stored) return forget();
    try {
      sessionStorage.setItem(place(), JSON.stringify({ words: words, stored: stored, at: Date.now() }));
    } catch (refused) { /* private window: then it is only on the page */ }
  }

  document.addEventListener("input", function (event) {
    if (event.target === box()) keep(event.target.value);
  });
  // Signed out elsewhere: the page to sign in on says that the words come back.
  document.addEventListener("session-ended", function (event) {
    if (box() && kept()) event.preventDefault();
  });
  // Who signs out here leaves nothing behind for the next one at this computer.
  document.addEventListener("submit", function (event) {
    if (event.target.getAttribute("action") !== "/uitloggen") return;
    try {
      Object.keys(sessionStorage).filter(function (one) { return one.startsWith(KEY); })
        .forEach(function (one) { sessionStorage.removeItem(one); });
    } catch (refused) { /* private window */ }
  });

  dash().answers = {
    // Drawn: on arrival what was typed comes back, below what a colleague wrote since; after sending it is forgotten.
    restore: function (shown, changed, draft) {
      var none = dash().no_update, found, words;
      stored = draft || "";
      if (changed && !changed.is_told && !changed.words) forget();
      found = changed || !shown ? null : kept();
      if (!found || found.words === stored) return [none, none];
      words = !stored || stored === found.stored ? found.words : stored + "\n\n" + found.words;
      return [words, document.getElementById("inquiry").dataset.back];
    },
    saved: function (draft) {
      var found = kept();
      stored = draft || "";
      if (found && found.words === stored) forget();
      return dash().no_update;
    },
  };
})();
