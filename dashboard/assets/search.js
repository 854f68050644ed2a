// Searching in a list as people type: parts of words in any order, other words for the same, and a slip of the finger.
(function () {
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  }

  // How many letters were left out, added, changed or swapped (optimal string alignment), at most `most`.
  function slips(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = null, row = Array.from({ length: other.length + 1 }, function (_, n) { return n; });
    for (var i = 1; i <= one.length; i++) {
      var next = [i];
      for (var j = 1; j <= other.length; j++) {
        var cost = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
        if (before && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[other.length];
  }

  // 0 for the beginning of a word, 1 for its middle, 2 for a word with a slip in its beginning, null for none.
  function fits(typed, words) {
    if (words.some(function (word) { return word.startsWith(typed); })) return 0;
    if (typed.length > 2 && words.some(function (word) { return word.includes(typed); })) return 1;
    var most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
    var near = most && words.some(function (word) {
      return [0, -1, 1].some(function (more) { return slips(typed, word.slice(0, typed.length + more), most) <= most; });
    });
    return near ? 2 : null;
  }

  function rank(option, typed, others) {
    var words = plain(option.label + " " + (others[option.value] || "")).split(" ");
    return typed.reduce(function (sum, one) {
      var found = sum === null ? null : fits(one, words);
      return found === null ? null : sum + found;
    }, 0);
  }

  // The best first, each under the heading of its group; a group goes with its best.
  function search(options, typed, others) {
    var best = [];
    options.forEach(function (one) {
      if (!one.items) {
        var own = rank(one, typed, others);
        if (own !== null) best.push([own, one]);
        return;
      }
      var named = typed.every(function (word) { return fits(word, plain(one.group).split(" ")) === 0; });
      var items = named ? one.items.map(function (item) { return [0, item]; }) : search(one.items, typed, others);
      if (items.length) best.push([Math.min.apply(null, items.map(function (item) { return item[0]; })), Object.assign({}, one, { items: items.map(function (item) { return item[1]; }) })]);
    });
    return best.sort(function (one, other) { return one[0] - other[0]; });
  }

  var functions = window.dashMantineFunctions = window.dashMantineFunctions || {};
  functions.searchWords = function (asked) {
    var typed = plain(asked.search || "").split(" ").filter(Boolean);
    if (!typed.length) return asked.options;
    var place = document.getElementById("question-topic-words");
    var others = place ? JSON.parse(place.getAttribute("data-words") || "{}") : {};
    return search(asked.options, typed, others).map(function (one) { return one[1]; });
  };

  // Enter takes the choice that is marked, also where the list lost count of it: on a slow machine Mantine counts on opening,
  // in a timer that may come after the typing, and then nothing was chosen.
  document.addEventListener("keydown", function (event) {
    var list = event.key === "Enter" && !event.defaultPrevented && !event.isComposing && event.target.getAttribute("aria-controls");
    var marked = list && document.querySelector("#" + CSS.escape(list) + " [data-combobox-selected]");
    if (!marked) return;
    event.preventDefault();
    marked.click();
  });
})();
