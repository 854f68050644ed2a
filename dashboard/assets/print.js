// Charts on paper: just before printing each chart gets a still picture, as wide as the paper and in light colours.
(function () {
  // The same colour as it stands in a drawing, in the dark scheme and in the light one.
  function pairs() {
    var dark = window.RODE_DRAAD.templates.dark.layout, light = window.RODE_DRAAD.templates.light.layout;
    var of = function (layout) {
      return layout.colorway.concat(
        [layout.font.color, layout.xaxis.tickfont.color, layout.xaxis.gridcolor, layout.hoverlabel.bgcolor]);
    };
    var lights = of(light);
    return of(dark).map(function (one, place) { return [drawn(one), drawn(lights[place])]; });
  }

  function drawn(colour) {
    var probe = document.createElement("span");
    probe.style.color = colour;
    return probe.style.color;
  }

  function isDark() { return document.documentElement.getAttribute("data-mantine-color-scheme") === "dark"; }

  // Marked first, so that a colour is changed once when one scheme uses another colour of the other.
  function inLight(svg) {
    if (!isDark()) return svg;
    var found = pairs();
    found.forEach(function (pair, place) { svg = svg.replaceAll(pair[0], "\u0000" + place + "\u0000"); });
    return svg.replace(/\u0000(\d+)\u0000/g, function (_mark, place) { return found[+place][1]; });
  }

  // Names in the copy differ from those in the drawing, which is not shown on paper and can't be referred to.
  function copy(svg, width, height) {
    var made = svg.cloneNode(true);
    made.setAttribute("viewBox", "0 0 " + width + " " + height);
    ["width", "height", "style"].forEach(function (name) { made.removeAttribute(name); });
    var said = made.outerHTML;
    made.querySelectorAll("[id]").forEach(function (one) {
      said = said.replaceAll('id="' + one.id + '"', 'id="paper-' + one.id + '"').replaceAll("#" + one.id, "#paper-" + one.id);
    });
    return inLight(said);
  }

  function add() {
    remove();
    document.querySelectorAll(".chart-drawing").forEach(function (drawing) {
      var layers = Array.from(drawing.querySelectorAll(".svg-container > svg.main-svg"));
      if (!layers.length) return;
      var width = +layers[0].getAttribute("width"), height = +layers[0].getAttribute("height");
      var paper = document.createElement("div");
      paper.className = "chart-on-paper";
      paper.style.aspectRatio = width + " / " + height;
      paper.style.setProperty("--drawn", width + "px");
      paper.innerHTML = layers.map(function (svg) { return copy(svg, width, height); }).join("");
      drawing.after(paper);
    });
  }

  function remove() { document.querySelectorAll(".chart-on-paper").forEach(function (one) { one.remove(); }); }

  window.addEventListener("beforeprint", add);
  window.addEventListener("afterprint", remove);
})();
