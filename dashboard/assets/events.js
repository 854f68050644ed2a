// Gatherings in the browser: a list on paper, and what was said above a long form.
(function () {
  window.dash_clientside.events = {
    // A wrong field gets the focus by itself; other news goes to the top of the form, where the eyes may not be.
    said: function (children) {
      setTimeout(function () {
        var news = document.getElementById("event-said");
        if (children && news && !document.querySelector('#page [aria-invalid="true"]')) news.focus();
      }, 90);
      return window.dash_clientside.no_update;
    },
    print: function (clicks) {
      if (clicks) window.print();
      return window.dash_clientside.no_update;
    },
  };
})();
