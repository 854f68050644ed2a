// Dash's own parts expect `regeneratorRuntime` for one function each, that waits for a part that came later. Dash brings
// it with 100 kB for browsers of before 2017, which took a tenth of the time to the first chart; this is all they use.
window.regeneratorRuntime = {
  mark: (steps) => steps,
  wrap: (step, _outer, self) => {
    const at = {prev: 0, next: 0, done: false, sent: undefined, stop: () => { at.done = true; }};
    const go = () => { const value = step.call(self, at); return {value, done: at.done}; };
    return {
      next: (sent) => { at.sent = sent; return go(); },
      throw: (error) => { throw error; },
    };
  },
};
