// Writing information: what is typed survives a crash or a lost connection, and is shown as people will read it.
(function () {
  var KEY = "rode-draad-article-";
  var LATER = 400;
  var timer = null;
  var fields = ["title", "summary", "body"];
  var dash = function () { return window.dash_clientside; };
  var opened = {};

  function place(about) { return KEY + about.number + "-" + about.language; }
  function show(shown) {
    var box = document.getElementById("article-draft");
    if (box) box.hidden = !shown;
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
    // On arrival: what was typed and never saved comes back.
    restore: function (about, seen) {
      var kept = null;
      opened = seen.values;
      try { kept = JSON.parse(localStorage.getItem(place(about))); } catch (refused) { /* private window */ }
      var back = kept && kept.values && !same(kept.values, seen.values);
      setTimeout(function () { show(back); }, 50);
      return dash().callback_context.outputs_list.map(function (output) {
        return back ? kept.values[output.id.key] : dash().no_update;
      });
    },
    // What is typed is kept in this browser until it is saved; a little later the example follows.
    keep: function (_values, seen, about) {
      var values = typedNow();
      opened = seen.values;
      try {
        if (same(values, seen.values)) localStorage.removeItem(place(about));
        else localStorage.setItem(place(about), JSON.stringify({ values: values, at: Date.now() }));
      } catch (refused) { /* private window: then there is no draft */ }
      if (same(values, seen.values)) show(false);
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
    fields.forEach(function (key) { dash().set_props(id(key), { value: opened[key] || "" }); });
    show(false);
  });
})();
