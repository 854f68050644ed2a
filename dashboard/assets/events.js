// Gatherings in the browser: a list on paper.
(function () {
  window.dash_clientside.events = {
    print: function (clicks) {
      if (clicks) window.print();
      return window.dash_clientside.no_update;
    },
  };
})();
