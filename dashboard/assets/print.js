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

  // Marked first, so that a colour is changed once where one scheme uses another colour of the other.
  function inLight(said, found) {
    found.forEach(function (pair, place) { said = said.replaceAll(pair[0], "\u0000" + place + "\u0000"); });
    return said.replace(/\u0000(\d+)\u0000/g, function (_mark, place) { return found[+place][1]; });
  }

  // What a copy refers to lies in the copy: the drawing itself is not on paper and can't be referred to.
  function apart(said) { return said.replace(/url\((["']?)[^)#]*#/g, "url($1#paper-"); }

  // Styles are set one by one, as the page allows none that stand in its text.
  function copy(svg, width, height) {
    var made = svg.cloneNode(true), found = isDark() ? pairs() : [];
    var change = function (said) { return apart(found.length ? inLight(said, found) : said); };
    made.querySelectorAll("*").forEach(function (one) {
      if (one.style && one.style.cssText) one.style.cssText = change(one.style.cssText);
      ["clip-path", "fill", "stroke"].forEach(function (name) {
        if (one.hasAttribute(name)) one.setAttribute(name, change(one.getAttribute(name)));
      });
      if (one.id) one.id = "paper-" + one.id;
    });
    made.setAttribute("viewBox", "0 0 " + width + " " + height);
    ["width", "height", "style"].forEach(function (name) { made.removeAttribute(name); });
    return made;
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
      layers.forEach(function (svg) { paper.appendChild(copy(svg, width, height)); });
      drawing.after(paper);
    });
  }

  function remove() { document.querySelectorAll(".chart-on-paper").forEach(function (one) { one.remove(); }); }

  window.addEventListener("beforeprint", add);
  window.addEventListener("afterprint", remove);
})();
