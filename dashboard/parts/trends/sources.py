"""The literature behind the figures, as a reader can look it up."""

SOURCES = (
    "Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28.",
    "Clopper, C. J. & Pearson, E. S. (1934). The use of confidence or fiducial limits. Biometrika 26.",
    "Przyborowski, J. & Wilenski, H. (1940). Homogeneity of results in testing samples from Poisson series. "
    "Biometrika 31.",
    "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. J. R. Stat. Soc. B 57.",
    "Farrington, C. P. et al. (1996). A statistical algorithm for the early detection of outbreaks. "
    "J. R. Stat. Soc. A 159.",
    "Noufaily, A. et al. (2013). An improved algorithm for outbreak detection. Statistics in Medicine 32.",
    "Marshall, R. J. (1991). Mapping disease and mortality rates using empirical Bayes estimators. "
    "J. R. Stat. Soc. C 40.",
    "Kleinberg, J. (2003). Bursty and hierarchical structure in streams. Data Mining and Knowledge Discovery 7.",
    "Killick, R., Fearnhead, P. & Eckley, I. A. (2012). Optimal detection of changepoints. J. Am. Stat. Assoc. 107.",
    "Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' words. Political Analysis 16.",
    "Fisher, R. A. (1922). On the interpretation of chi-squared from contingency tables. J. R. Stat. Soc. 85.",
)
