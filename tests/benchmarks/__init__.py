"""The benchmarks still run, and measure what they say; how long anything takes is not tested."""
