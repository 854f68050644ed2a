// A file that is too large to send is refused before it is sent; the server checks again.
(function () {
  var MOST = 10 * 1024 * 1024;
  window.dash_clientside = window.dash_clientside || {};
  // The field for a file comes late and without a name; it gets the name that a screen reader says.
  function name(label, patience) {
    var input = document.querySelector(".drop input[type=file]");
    if (input) {
      input.setAttribute("aria-label", label);
      input.tabIndex = -1; // the button in the same field does its work
    } else if (patience) setTimeout(name, 100, label, patience - 1);
  }

  window.dash_clientside.uploads = {
    named: function (label) {
      name(label, 100);
      return window.dash_clientside.no_update;
    },
    // contents arrives as "data:...;base64,...", four signs for every three bytes
    offered: function (contents, name, sentence) {
      if (!contents) return [window.dash_clientside.no_update, ""];
      var bytes = (contents.length - contents.indexOf(",") - 1) * 0.75;
      return bytes > MOST ? [null, sentence] : [{ contents: contents, name: name }, ""];
    },
  };
})();
