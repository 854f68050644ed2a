# Makes series.csv (invented) and reference.csv: Rscript reference.R, with R 4.2 and its package surveillance 1.20.3.
suppressMessages(library(surveillance))
set.seed(20261126)

draw <- function(mu, phi) if (phi <= 1) rpois(length(mu), mu) else rnbinom(length(mu), mu = mu, size = mu / (phi - 1))

outbreak <- function(counts, mu, phi, at, k) {
  days <- at + pmin(floor(rlnorm(rpois(1, k * sqrt(phi * mu[at])), 0, 0.5)), length(counts) - at)
  for (day in days) counts[day] <- counts[day] + 1
  counts
}

series <- function(n, frequency, theta, beta, g1, g2, m, phi, outbreaks) {
  t <- seq_len(n)
  waves <- Reduce(`+`, lapply(seq_len(m), function(j) {
    g1 * cos(2 * pi * j * t / frequency) + g2 * sin(2 * pi * j * t / frequency)
  }), 0)
  mu <- exp(theta + beta * t + waves)
  counts <- draw(mu, phi)
  for (at in sample(seq(frequency, n - 2), outbreaks)) counts <- outbreak(counts, mu, phi, at, sample(2:10, 1))
  counts
}

weekly <- list(
  w1 = series(370, 52, 0.1, 0.0025, 0.6, 0.6, 1, 1.5, 4), w2 = series(370, 52, -2, 0.005, 0.1, 0.3, 1, 2, 4),
  w3 = series(370, 52, 1.5, 0.003, 0.2, -0.4, 1, 1, 4), w4 = series(370, 52, 0.5, 0.002, 0.5, 0.5, 2, 5, 4),
  w5 = series(370, 52, 2.5, 0.001, 1, 0.1, 2, 3, 4), w6 = series(370, 52, 3.75, 0, 0.1, -0.1, 0, 1.1, 4),
  w7 = series(370, 52, 5, 0.0001, 0.05, 0.01, 0, 1.2, 4), w8 = series(370, 52, -1.5, 0, 0.3, 0.3, 1, 1.5, 3)
)
monthly <- list(
  m1 = series(108, 12, 0, 0.002, 0.3, 0.3, 1, 1, 3), m2 = series(108, 12, 0.7, -0.003, 0.5, 0.1, 1, 1.5, 3),
  m3 = series(108, 12, 1.1, 0.004, 0.4, -0.3, 2, 1.5, 3), m4 = series(108, 12, 1.8, 0, 0.6, 0.2, 1, 2.5, 3),
  m5 = series(108, 12, 2.5, 0.003, 0.3, 0.3, 2, 1.5, 3), m6 = series(108, 12, 4, -0.002, 0.2, 0.5, 1, 3, 3),
  m7 = series(108, 12, -1, 0.005, 0.4, 0.4, 1, 1.3, 3), m8 = c(rep(0, 60), series(48, 12, 1, 0, 0.3, 0.3, 1, 1, 1))
)
ways <- list(
  list(name = "weekly", of = weekly, frequency = 52, b = 5, w = 3, periods = 10, past = 26, above = 2.58, alpha = 0.005,
       limit = c(5, 4), from = 320),
  list(name = "weekly-all", of = weekly, frequency = 52, b = 4, w = 2, periods = 5, past = 10, above = 1, alpha = 0.05,
       limit = c(0, 4), from = 330),
  list(name = "monthly", of = monthly, frequency = 12, b = 4, w = 1, periods = 4, past = 3, above = 2.58, alpha = 0.01,
       limit = c(5, 4), from = 61),
  list(name = "monthly-all", of = monthly, frequency = 12, b = 5, w = 0, periods = 12, past = 0, above = 2.58,
       alpha = 0.05, limit = c(0, 4), from = 73),
  list(name = "monthly-windows", of = monthly, frequency = 12, b = 5, w = 2, periods = 1, past = 3, above = 1,
       alpha = 0.01, limit = c(3, 2), from = 73),
  list(name = "monthly-two-years", of = monthly, frequency = 12, b = 2, w = 1, periods = 4, past = 3, above = 2.58,
       alpha = 0.01, limit = c(5, 4), from = 73),
  list(name = "monthly-one-year", of = monthly, frequency = 12, b = 1, w = 2, periods = 1, past = 2, above = 1.5,
       alpha = 0.05, limit = c(0, 4), from = 73),
  list(name = "monthly-three-years", of = monthly, frequency = 12, b = 3, w = 1, periods = 2, past = 20, above = 2.58,
       alpha = 0.01, limit = c(0, 4), from = 73)
)

rows <- list()
for (way in ways) for (name in names(way$of)) {
  counts <- way$of[[name]]
  range <- way$from:length(counts)
  found <- suppressWarnings(farringtonFlexible(
    sts(counts, start = c(2010, 1), frequency = way$frequency),
    control = list(range = range, b = way$b, w = way$w, noPeriods = way$periods, pastWeeksNotIncluded = way$past,
                   reweight = TRUE, weightsThreshold = way$above, alpha = way$alpha, trend = TRUE, pThresholdTrend = 1,
                   limit54 = way$limit, thresholdMethod = "nbPlugin", glmWarnings = FALSE)
  ))
  rows[[length(rows) + 1]] <- data.frame(
    way = way$name, series = name, period = range,
    expected = sprintf("%.10g", as.numeric(control(found)$expected)),
    threshold = as.numeric(upperbound(found)), alarm = as.integer(alarms(found))
  )
}
every <- c(weekly, monthly)
counted <- do.call(rbind, lapply(names(every), function(name) {
  data.frame(series = name, period = seq_along(every[[name]]), count = every[[name]])
}))
write.csv(counted, "series.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, rows), "reference.csv", row.names = FALSE, quote = FALSE)
