// Writing information: what is typed survives a crash or a lost connection, and is shown as people will read it.
(function () {
  var KEY = "rode-draad-article-";
  var LATER = 400;
  var timer = null;
  var fields = ["title", "summary", "body"];
  var dash = function () { return window.dash_clientside; };
  var stored = { number: 0, values: {} };

  function place(about) { return KEY + about.number + "-" + about.language; }
  function show(shown, older) {
    var box = document.getElementById("article-draft"), also = document.getElementById("article-draft-older");
    if (box) box.hidden = !shown;
    if (also) also.hidden = !older;
  }
  function same(one, other) {
    return fields.every(function (key) { return (one[key] || "").trim() === (other[key] || "").trim(); });
  }
  function id(key) { return { form: "article-text", key: key, type: "field" }; }
  function typedNow() {
    var values = {};
    dash().callback_context.inputs_list[0].forEach(function (input) { values[input.id.key] = input.value || ""; });
    return values;
  }

  dash().articles = {
    // On arrival: what was typed and never saved comes back, and with it the text that it was begun from.
    restore: function (about, seen) {
      var kept = null, outputs = dash().callback_context.outputs_list;
      stored = seen;
      try { kept = JSON.parse(localStorage.getItem(place(about))); } catch (refused) { /* private window */ }
      var back = kept && kept.values && !same(kept.values, seen.values);
      var begun = back && kept.seen ? kept.seen : seen;
      setTimeout(function () { show(back, begun.number !== seen.number); }, 50);
      return [
        outputs[0].map(function (output) { return back ? kept.values[output.id.key] : dash().no_update; }),
        begun === seen ? dash().no_update : begun,
      ];
    },
    // What is typed is kept in this browser until it is saved; a little later the example follows.
    keep: function (_values, seen, about) {
      var values = typedNow();
      if (seen.number >= stored.number) stored = seen;
      var saved = same(values, stored.values);
      try {
        if (saved) localStorage.removeItem(place(about));
        else localStorage.setItem(place(about), JSON.stringify({ values: values, seen: seen, at: Date.now() }));
      } catch (refused) { /* private window: then there is no draft */ }
      if (saved) show(false);
      clearTimeout(timer);
      timer = setTimeout(function () { dash().set_props("article-typed", { data: values }); }, LATER);
      return dash().no_update;
    },
  };

  // Who chooses to change a word far down the list is brought to the form.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("#entry-list button");
    if (!button || button.id.indexOf('"what":"change"') < 0) return;
    var first = document.getElementById(JSON.stringify({ form: "information-entry", key: "label_nl", type: "field" }));
    if (first) first.focus();
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#article-drop")) return;
    dash().set_props("article-seen", { data: stored });
    fields.forEach(function (key) { dash().set_props(id(key), { value: stored.values[key] || "" }); });
    show(false);
  });
})();
