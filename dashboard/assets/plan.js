// The page about plans: after it was drawn again the reader goes on where they were.
(function () {
  window.dash_clientside.plan = {
    focus: function (_drawn, where) {
      if (where) {
        setTimeout(function () {
          var place = document.getElementById(where);
          if (!place || place === document.activeElement) return;
          place.focus({ preventScroll: where !== "plan-told" || !place.textContent });
          window.dash_clientside.set_props("plan-focus", { data: "" });
        }, 150);
      }
      return window.dash_clientside.no_update;
    },
  };
})();
