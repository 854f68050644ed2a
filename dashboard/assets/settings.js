// Dash sets the address of the full Plotly; ours is a third of it. It is fetched when the first chart appears.
Object.defineProperty(window, "_dashPlotlyJSURL", {
  get: function () { return window.RODE_DRAAD.plotly; },
  set: function () {},
  configurable: true,
});
