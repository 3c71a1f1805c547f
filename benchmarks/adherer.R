# Treatment episodes of AdhereR for each permissible gap: Rscript adherer.R EVENTS.csv EPISODES.csv GAP...
# EVENTS has the columns of the kit's own export, and FOLLOWED, the days of the follow-up from the first event on.
library(AdhereR)
given <- commandArgs(trailingOnly = TRUE)
events <- read.csv(given[1], colClasses = c(PATIENT_ID = "character", DATE = "character", CATEGORY = "character"))
found <- list()
for (gap in as.numeric(given[-(1:2)])) {
  for (followed in unique(events$FOLLOWED)) {  # patients of one length of follow-up at a time
    its <- compute.treatment.episodes(
      events[events$FOLLOWED == followed, ],
      ID.colname = "PATIENT_ID",
      event.date.colname = "DATE",
      event.duration.colname = "DURATION",
      event.daily.dose.colname = "PERDAY",
      medication.class.colname = "CATEGORY",
      carryover.within.obs.window = TRUE,
      carry.only.for.same.medication = FALSE,
      consider.dosage.change = FALSE,
      medication.change.means.new.treatment.episode = FALSE,
      dosage.change.means.new.treatment.episode = FALSE,
      maximum.permissible.gap = gap,
      maximum.permissible.gap.unit = "days",
      followup.window.start = 0,
      followup.window.duration = followed,
      followup.window.duration.unit = "days",
      date.format = "%m/%d/%Y",
      suppress.warnings = TRUE
    )
    if (!is.null(its)) found[[length(found) + 1]] <- cbind(as.data.frame(its), allowed = gap)
  }
}
write.csv(do.call(rbind, found), given[2], row.names = FALSE)
