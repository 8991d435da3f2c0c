package org.clientele.admin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.field.Field;

/** One source of a {@link MemoryDirectory}. */
final class MemorySource {
    final String slot;
    final String name;
    final boolean writable;
    final boolean die;
    final boolean generatesLogins;
    List<Field> fields;
    final Map<String, Map<String, List<String>>> records = new TreeMap<>();
    final Map<String, String> passwords = new HashMap<>();
    Outcome outcome = Outcome.ANSWERED;
    String message = "";
    boolean renames;
    boolean adminSetsPreferences = true;
    boolean uniqueEmail = true;
    boolean companySupport = true;

    MemorySource(String slot, String name, boolean writable, boolean die, boolean generatesLogins, List<Field> fields) {
        this.slot = slot;
        this.name = name;
        this.writable = writable;
        this.die = die;
        this.generatesLogins = generatesLogins;
        this.fields = fields;
    }

    void put(String id, Map<String, List<String>> record) {
        records.put(key(id), record);
    }

    void remove(String id) {
        records.remove(key(id));
    }

    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    void fail(Outcome how, String why) {
        outcome = how;
        message = why;
    }

    void recover() {
        outcome = Outcome.ANSWERED;
        message = "";
    }

    SourceReport report() {
        return new SourceReport(slot, outcome, Duration.ofMillis(outcome.answered() ? 3 : 0), message);
    }

    /** As the directory's: of a source that waits for its bundle nothing is known but what its configuration says. */
    SourceStatus status() {
        SourceState state = switch (outcome) {
            case ANSWERED, TRUNCATED -> SourceState.READY;
            case WAITING -> SourceState.WAITING;
            case MISCONFIGURED -> SourceState.MISCONFIGURED;
            default -> SourceState.UNAVAILABLE;
        };
        boolean there = state != SourceState.WAITING;
        return new SourceStatus(
                slot,
                slot,
                name,
                there ? "Memory" : "",
                state,
                there && writable,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                there ? fields : List.of(),
                there && generatesLogins,
                there && renames,
                there && adminSetsPreferences,
                there && uniqueEmail,
                there && companySupport);
    }
}
