package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.clientele.SourceReport;

/** What became of the sources that were asked several times: of each the first failure, or the sum of its time. */
final class Reports {
    private final Map<String, SourceReport> bySource = new LinkedHashMap<>();

    void add(SourceReport report) {
        bySource.merge(report.source(), report, Reports::joined);
    }

    boolean complete() {
        return bySource.values().stream().allMatch(report -> report.outcome() == Outcome.ANSWERED);
    }

    List<SourceReport> all() {
        return List.copyOf(bySource.values());
    }

    private static SourceReport joined(SourceReport one, SourceReport other) {
        SourceReport told = one.outcome() == Outcome.ANSWERED ? other : one;
        return new SourceReport(one.source(), told.outcome(), one.time().plus(other.time()), told.message());
    }
}
