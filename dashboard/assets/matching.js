// The live view of other weights: it waits until the last number has stood still for a moment.
window.dash_clientside = window.dash_clientside || {};
(function () {
  var last = 0;
  window.dash_clientside.matching = {
    settle: function (values, ids) {
      var mine = ++last;
      return new Promise(function (answer) {
        setTimeout(function () {
          if (mine !== last) return answer(window.dash_clientside.no_update);
          answer(ids.map(function (id, place) { return [id.key, values[place]]; }));
        }, 300);
      });
    },
  };
})();
