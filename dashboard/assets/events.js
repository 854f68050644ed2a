// Gatherings in the browser: a list on paper, and what was said above a long form.
(function () {
  // What is wrong may lie folded away.
  function unfold() {
    setTimeout(function () {
      var first = null;
      document.querySelectorAll("#page details").forEach(function (fold) {
        var wrong = fold.open ? null : fold.querySelector('[aria-invalid="true"]');
        if (!wrong) return;
        fold.open = true;
        first = first || wrong;
      });
      if (first && document.querySelector('#page [aria-invalid="true"]') === first) first.focus();
    }, 60);
  }

  window.dash_clientside.events = {
    // A wrong field gets the focus by itself; other news goes to the top of the form, where the eyes may not be.
    said: function (children) {
      if (children) unfold();
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
