# Makes glm.csv, glm_fit.csv, ratio.csv and interval.csv: Rscript reference.R, with R 4.2 alone.
set.seed(20261127)
say <- function(x) sprintf("%.15g", x)

rows <- list(); fits <- list()
for (i in 1:12) {
  n <- sample(36:120, 1); t <- 0:(n - 1); month <- (t + i) %% 12
  exposure <- round(runif(n, 5, 23))
  mu <- exposure / 15 * exp(runif(1, -0.5, 3) + runif(1, -0.2, 0.2) * t / 12 + 0.4 * cos(2 * pi * month / 12))
  phi <- runif(1, 1.05, 3)
  counts <- rnbinom(n, mu = mu, size = mu / (phi - 1))
  model <- glm(counts ~ I(t / 12) + factor(month) + offset(log(exposure)), family = quasipoisson())
  found <- summary(model)
  rows[[i]] <- data.frame(series = i, first = i, period = t, count = counts, exposure = exposure)
  fits[[i]] <- data.frame(series = i, term = seq_len(nrow(found$coefficients)), estimate = say(found$coefficients[, 1]),
                          error = say(found$coefficients[, 2]), dispersion = say(found$dispersion))
}
write.csv(do.call(rbind, rows), "glm.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, fits), "glm_fit.csv", row.names = FALSE, quote = FALSE)

# The two-sided p of poisson.test is of another kind than ours (it adds up less likely outcomes), so p is twice the smaller tail.
ratios <- list()
for (i in 1:80) {
  x <- rpois(2, sample(c(1, 4, 15, 60, 400), 2, replace = TRUE)); t <- round(runif(2, 0.5, 20), 2)
  if (sum(x) == 0) next
  found <- poisson.test(x, t)
  tails <- sapply(c("less", "greater"), function(way) poisson.test(x, t, alternative = way)$p.value)
  ratios[[i]] <- data.frame(x1 = x[1], x2 = x[2], t1 = t[1], t2 = t[2], low = say(found$conf.int[1]),
                            high = say(found$conf.int[2]), p = say(min(1, 2 * min(tails))))
}
write.csv(do.call(rbind, ratios), "ratio.csv", row.names = FALSE, quote = FALSE)
counts <- c(0:20, 35, 50, 80, 123, 250, 999)
ends <- sapply(counts, function(x) poisson.test(x)$conf.int)
write.csv(data.frame(count = counts, low = say(ends[1, ]), high = say(ends[2, ])), "interval.csv", row.names = FALSE, quote = FALSE)
