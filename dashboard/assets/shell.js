// What the shell does in the browser without asking the server.
window.dash_clientside = window.dash_clientside || {};
(function () {
  var NOTHING = function () { return window.dash_clientside.no_update; };
  var firstPage = true;

  // The longest navigation link that the address starts with is the present page.
  function markPresentPage() {
    var here = location.pathname;
    var links = Array.from(document.querySelectorAll(".nav-link"));
    var covers = function (link) {
      var path = link.getAttribute("href");
      return here === path || (path !== "/werk/" && here.startsWith(path + "/"));
    };
    var best = links.filter(covers).reduce(function (longest, link) {
      return Math.max(longest, link.getAttribute("href").length);
    }, 0);
    links.forEach(function (link) {
      link.setAttribute("data-placed", "");
      var present = covers(link) && link.getAttribute("href").length === best;
      if (present) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
  }

  function focusHeading() {
    var heading = document.querySelector("#page h1") || document.getElementById("inhoud");
    if (!heading) return;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  // Groups of radios and ticks say that they are wrong by their sentence alone.
  function sentences() {
    return Array.from(document.querySelectorAll(
      "#page .mantine-InputWrapper-error, .mantine-Modal-content .mantine-InputWrapper-error"
    ));
  }

  // The sentences are drawn after the answer arrives, on a slow machine much later: wait for all of them.
  function focusFirstError(expected, patience) {
    var drawn = sentences();
    var texts = drawn.map(function (one) { return one.textContent; });
    if (!expected.every(function (one) { return texts.includes(one); })) {
      if (patience) requestAnimationFrame(function () { focusFirstError(expected, patience - 1); });
      return;
    }
    var field = drawn.find(function (one) { return expected.includes(one.textContent); })
      .closest(".mantine-InputWrapper-root");
    var wrong = field && field.querySelector("input:not([type=hidden]), textarea, button");
    for (var fold = wrong && wrong.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (wrong) wrong.focus();
  }

  // One chart in each frame: the first stands there before the next is begun. A hidden page has no frames.
  var turn = Promise.resolve();
  function inTurn(figure) {
    var mine = turn;
    turn = mine.then(function () {
      return new Promise(function (begin) {
        requestAnimationFrame(function () { setTimeout(begin); });
        setTimeout(begin, 100);
      });
    });
    return mine.then(function () { return figure; });
  }

  function escaped(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;"); }

  // Figures name colours of the scheme: "$0" is that of the first series, "$text", "$quiet" and "$line" those of words.
  function coloured(figure, template) {
    var words = { text: template.layout.font.color, quiet: template.layout.xaxis.tickfont.color,
      line: template.layout.xaxis.gridcolor, surface: template.layout.hoverlabel.bgcolor };
    return JSON.parse(JSON.stringify(figure).replace(/"\$(\w+)"/g, function (found, name) {
      return JSON.stringify(words[name] || template.layout.colorway[+name] || found);
    }));
  }

  // Small pictures that stand beside each other on a desk stand under each other on a phone.
  function stack(layout) {
    var rows = layout.meta.panels;
    for (var place = 0; place < rows; place += 1) {
      var n = place ? place + 1 : "";
      layout["xaxis" + n].domain = [0, 1];
      layout["yaxis" + n].domain = [1 - (place + 0.78) / rows, 1 - (place + 0.25) / rows];
    }
  }

  window.dash_clientside.shell = {
    // A new page: its title, its place in the navigation and, after the first, its heading for who listens or tabs.
    arrive: function (title) {
      if (!title) return NOTHING();
      document.title = title;
      requestAnimationFrame(function () {
        markPresentPage();
        if (!firstPage) focusHeading();
        firstPage = false;
      });
      return false;
    },
    openDrawer: function (clicks) {
      if (!clicks) return NOTHING();
      return true;
    },
    openDialog: function (opens, cancels, confirms) {
      var asked = window.dash_clientside.callback_context.triggered_id;
      if (!asked) return NOTHING();
      return asked.part === "open";
    },
    // A figure in the colours of the present scheme; figures arrive without a template.
    paint: function (figure, scheme) {
      if (!figure) return NOTHING();
      var template = window.RODE_DRAAD.templates[scheme === "dark" ? "dark" : "light"];
      var drawn = coloured(figure, template);
      // On a phone the cells of a heat map are too narrow for their numbers; the table below holds them.
      if (window.innerWidth <= 768) drawn.data.forEach(function (one) { if (one.type === "heatmap") delete one.texttemplate; });
      if (drawn.layout.meta && drawn.layout.meta.panels && window.innerWidth <= 768) stack(drawn.layout);
      return inTurn(Object.assign({}, drawn, { layout: Object.assign({}, drawn.layout, { template: template }) }));
    },
    // A picture of a chart for a report: on white, with its title and what it is about above it.
    savePicture: function (clicks, button, figure) {
      if (!clicks || !figure) return NOTHING();
      var shown = document.getElementById(JSON.stringify({ chart: button.chart, type: "chart" })).closest("figure");
      var template = window.RODE_DRAAD.templates.light;
      var source = coloured(figure, template);
      var size = shown.querySelector(".chart-drawing").getBoundingClientRect();
      var said = [shown.querySelector("h2").textContent, shown.querySelector(".chart-says").textContent];
      var layout = Object.assign({}, source.layout, {
        template: template, paper_bgcolor: "#fff", plot_bgcolor: "#fff",
        title: { text: escaped(said[0]), subtitle: { text: escaped(said[1]) }, x: 0.02, xanchor: "left", yref: "container" },
        margin: { t: 110, l: 24, r: 24, b: 24 }, width: Math.max(size.width, 700), height: size.height + 110,
      });
      window.Plotly.downloadImage({ data: source.data, layout: layout }, {
        format: button.as, filename: button.chart, width: layout.width, height: layout.height, scale: 2,
      });
      return NOTHING();
    },
    errors: function (errors) {
      var wrong = errors.filter(Boolean);
      if (wrong.length) focusFirstError(wrong, 300);
      return NOTHING();
    },
    // A wrong field gets the focus by itself; other news stands where the eyes may not be.
    news: function (children) {
      var name = window.dash_clientside.callback_context.inputs_list[0].id;
      setTimeout(function () {
        var news = document.getElementById(name);
        if (!children || !news || document.querySelector('#page [aria-invalid="true"]')) return;
        news.focus({ preventScroll: true });
        news.scrollIntoView({ block: news.offsetHeight < window.innerHeight / 2 ? "center" : "start" });
      }, 90);
      return NOTHING();
    },
    // Keep what a page shows in its address, so that it can be bookmarked, without drawing the page again.
    address: function (question) {
      if (question != null) history.replaceState(history.state, "", location.pathname + (question ? "?" + question : ""));
      return NOTHING();
    },
  };

  // Who asks for something in a form goes on in its first field, with the whole form in sight.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-to-form]");
    var fields = button && '[id*=\'"form":"' + button.dataset.toForm + '"\'][id*=\'"type":"field"\']';
    var first = fields && document.querySelector(fields);
    if (!first) return;
    first.focus({ preventScroll: true });
    (first.closest(".card") || first).scrollIntoView({ block: "start" });
  });

  function scheme() { return document.documentElement.getAttribute("data-mantine-color-scheme") || "light"; }

  function tellScheme() {
    if (window.dash_clientside.set_props && document.getElementById("page")) {
      window.dash_clientside.set_props("scheme", { data: scheme() });
    }
  }
  new MutationObserver(tellScheme).observe(document.documentElement, {
    attributes: true, attributeFilter: ["data-mantine-color-scheme"],
  });
  window.dash_clientside.shell.scheme = function () { return scheme(); };

  // Mantine names the dialog of a calendar after an element that isn't there; it belongs to the label of its field.
  function nameCalendars() {
    document.querySelectorAll("[data-dates-dropdown]:not([data-named])").forEach(function (dialog) {
      var field = document.querySelector('[aria-controls="' + dialog.id + '"]');
      if (!field) return;
      var label = document.getElementById(field.id + "-label");
      dialog.setAttribute("aria-labelledby", (label || field).id);
      dialog.setAttribute("data-named", "");
    });
  }
  new MutationObserver(function () {
    nameCalendars();
    if (document.querySelector(".nav-link:not([data-placed])")) markPresentPage();
  }).observe(document, { childList: true, subtree: true });

  // An open menu closes by Escape, and by a click or a focus elsewhere.
  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!except || !menu.contains(except)) menu.open = false;
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target);
    // A dialog that a choice opens gives the focus back to where it was: to the button of the menu.
    var chosen = event.target.closest && event.target.closest(".more-choices .sheet button");
    if (!chosen) return;
    var menu = chosen.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("focusin", function (event) { closeMenus(event.target); });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // A session that has ended leads to the log-in page; a lost connection is said, not swallowed.
  var send = window.fetch;
  var GONE = [502, 503, 504];  // what a proxy answers while the server starts again
  function lost() { document.dispatchEvent(new Event("connection-lost")); }
  window.fetch = async function () {
    var banner = document.getElementById("offline");
    try {
      var answer = await send.apply(this, arguments);
      if (banner) banner.hidden = true;
      if (GONE.includes(answer.status)) lost();
      if (answer.status === 401) {
        var kept = !document.dispatchEvent(new Event("session-ended", { cancelable: true }));
        var here = encodeURIComponent(location.pathname + location.search);
        location.assign("/inloggen?naar=" + here + (kept ? "&bewaard=ja" : ""));
        return new Promise(function () {}); // nothing more happens on this page
      }
      return answer;
    } catch (gone) {
      if (banner) banner.hidden = false;
      lost();
      throw gone;
    }
  };
})();
