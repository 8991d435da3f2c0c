package org.clientele.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.CustomerUser;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceStatus;
import org.clientele.field.Fields;

/**
 * Which rows of a file name whom: a second row for one login is refused, for which of them shall count. In a dry run, in which the
 * first of them is not in the directory, a second address is refused, too.
 */
final class RepeatedRows {
    private final List<SourceStatus> sources;
    private final boolean dryRun;
    private final Map<String, Long> logins = new HashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();

    RepeatedRows(List<SourceStatus> sources, boolean dryRun) {
        this.sources = sources;
        this.dryRun = dryRun;
    }

    void requireNew(CsvRow row, Map<String, String> cells, String source) throws InvalidInputException {
        requireNew(Fields.LOGIN, logins, key(cells.getOrDefault(Fields.LOGIN, "")), row);
        requireNewAddress(row, cells, source);
    }

    void requireNew(CsvRow row, CustomerUser user, Map<String, String> cells) throws InvalidInputException {
        requireNew(Fields.LOGIN, logins, key(user.login()), row);
        requireNewAddress(row, cells, user.source());
    }

    private void requireNewAddress(CsvRow row, Map<String, String> cells, String source) throws InvalidInputException {
        boolean unique = sources.stream().anyMatch(status -> status.slot().equals(source) && status.uniqueEmail());
        if (dryRun && unique) {
            requireNew(Fields.EMAIL, addresses, folded(cells.getOrDefault(Fields.EMAIL, "")), row);
        }
    }

    private static void requireNew(String variable, Map<String, Long> before, String value, CsvRow row)
            throws InvalidInputException {
        Optional<Long> first = Optional.ofNullable(before.get(value));
        if (first.isPresent() && first.get() != row.number()) {
            String message = "Row " + first.get() + " has the same.";
            throw new InvalidInputException(variable, Fault.of(Fault.Kind.REPEATED, message, first.get()));
        }
    }

    void took(CsvRow row, String login, Map<String, String> cells) {
        remember(logins, key(login), row);
        if (dryRun) {
            remember(addresses, folded(cells.getOrDefault(Fields.EMAIL, "")), row);
        }
    }

    private static void remember(Map<String, Long> rows, String value, CsvRow row) {
        if (!value.isEmpty()) {
            rows.putIfAbsent(value, row.number());
        }
    }

    /** Whether case matters only the sources know; they are asked, unless the first row is not in them. */
    private String key(String login) {
        return dryRun ? folded(login) : login.strip();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
