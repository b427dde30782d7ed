package io.waybillguard.local.demo;

/**
 * What came of a candidate policy.
 *
 * @param again the shop's own policy, tried on its own past
 * @param tried the candidate
 * @param beforeShipping what the candidate would decide of a request that the demo makes up
 */
record Trial(Candidate candidate, Tried again, Tried tried, Decided beforeShipping) {

    /** In numbers, for the report. Money is in fen. */
    record InShort(
            String shop,
            long cases,
            long decidedOtherwise,
            long moneyDifference,
            long peopleThen,
            long peopleWould) {}

    InShort inShort() {
        Tried.Totals totals = tried.totals();
        return new InShort(
                candidate.shop().value(),
                totals.cases(),
                totals.decidedOtherwise(),
                totals.moneyDifference(),
                totals.then().people(),
                totals.would().people());
    }
}
