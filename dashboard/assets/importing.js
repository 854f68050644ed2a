// A file that is too large to send is refused before it is sent; the server checks again.
(function () {
  var MOST = 10 * 1024 * 1024;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.importing = {
    // contents arrives as "data:...;base64,...", four signs for every three bytes
    offered: function (contents, name, sentence) {
      if (!contents) return [window.dash_clientside.no_update, ""];
      var bytes = (contents.length - contents.indexOf(",") - 1) * 0.75;
      return bytes > MOST ? [null, sentence] : [{ contents: contents, name: name }, ""];
    },
  };
})();
