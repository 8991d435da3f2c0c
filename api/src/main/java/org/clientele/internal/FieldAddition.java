package org.clientele.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.field.Field;
import org.clientele.internal.Audit.Planned;
import org.clientele.spi.Deadline;
import org.clientele.spi.ExtensibleSource;
import org.osgi.service.cm.Configuration;

/** Adds a field to a source: first the column to its storage, then the row to the map of its configuration. */
final class FieldAddition {
    private static final int LONGEST = 4000;
    private static final int DEFAULT_ROWS = 16;
    private static final String ROW = "map.";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 50;

    private final Slots slots;
    private final SlotConfigurations configurations;
    private final Audit audit;

    FieldAddition(Slots slots, SlotConfigurations configurations, Audit audit) {
        this.slots = slots;
        this.configurations = configurations;
        this.audit = audit;
    }

    /**
     * Returns when the row is in the file of the configuration and the source has the field. One field after the other:
     * fileinstall writes a configuration back into its file a moment after it was saved, and now and then reads the file in
     * that moment; a second change that has been saved meanwhile would be taken back.
     */
    synchronized void add(String slotName, Field field, int length, Actor actor) throws DirectoryException {
        Slot slot =
                slots.named(slotName).orElseThrow(() -> new InvalidInputException("source", Fault.noSource(slotName)));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        check(source, field, length);
        if (!(source.service() instanceof ExtensibleSource extensible) || !source.writable()) {
            throw new ReadOnlyException("The source " + slotName + " cannot be given further fields.");
        }
        Recording recording = recording(slotName, field, actor);
        audit.note(recording);
        try {
            recording.run(() -> {
                add(slot, source, extensible, field, length);
                recording.done();
                return true;
            });
        } finally {
            audit.conclude(recording);
        }
    }

    private Recording recording(String slotName, Field field, Actor actor) {
        AuditChange change = new AuditChange(field.variable(), "", field.row());
        return audit.recording(
                actor, List.of(Planned.of(AuditAction.ADD_FIELD, AuditSubject.source(slotName), List.of(change))));
    }

    private void add(Slot slot, AskedSource source, ExtensibleSource extensible, Field field, int length)
            throws DirectoryException {
        source.start(Gate.Use.WRITE, deadline -> {
                    extensible.extend(field.storage(), length, deadline);
                    return true;
                })
                .result();
        Configuration configuration =
                configurations.configuration(slot.configured()).orElseThrow(slot::waiting);
        addRow(slot, configuration, source.fields().size(), field);
        if (!await(() -> hasField(slot.name(), field.variable()))) {
            throw new SourceUnavailableException(
                    Reason.WAITING,
                    "The column and the row of the map were saved, but " + slot.name()
                            + " does not have the field yet; see its state and findings");
        }
    }

    private static void check(AskedSource source, Field field, int length) throws InvalidInputException {
        Map<String, Fault> faults = new LinkedHashMap<>();
        if (!field.variable().matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            faults.put("variable", Fault.other("A variable consists of letters, digits and _, for example UserRoom."));
        }
        if (source.description().field(field.variable()).isPresent()) {
            faults.put("variable", Fault.other("The source has a field " + field.variable() + " already."));
        }
        if (source.fields().stream().anyMatch(f -> f.storage().equalsIgnoreCase(field.storage()))) {
            faults.put("storage", Fault.other("The column " + field.storage() + " belongs to another field already."));
        }
        if (field.label().isBlank()) {
            faults.put("label", Fault.other("The field needs a label, for example Room."));
        } else if (field.label().contains("$[") || field.label().contains("${")) {
            faults.put("label", Fault.other("A label has no $[ and no ${, which stand for values of this machine."));
        }
        if (length < 1 || length > LONGEST) {
            faults.put("length", Fault.other("The length must be from 1 to " + LONGEST + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static void addRow(Slot slot, Configuration configuration, int fields, Field field)
            throws SourceUnavailableException {
        Dictionary<String, Object> properties = configuration.getProperties();
        String key = ROW + nextRow(properties, fields);
        String line = key + " = " + field.row();
        properties.put(key, field.row());
        try {
            configuration.update(properties);
        } catch (IOException e) {
            throw new SourceUnavailableException(
                    Reason.REQUEST, unsaved(slot, slot.configured().pid(), line), e);
        }
        Optional<ConfigurationFile> file = ConfigurationFile.of(properties);
        if (file.isPresent() && !await(() -> file.get().has(key))) {
            throw new SourceUnavailableException(
                    Reason.REQUEST, unsaved(slot, file.get().path().toString(), line));
        }
    }

    private static String unsaved(Slot slot, String where, String line) {
        return "The column was added to " + slot.name() + ", but the row of the map was not saved; add it to " + where
                + " by hand: " + line;
    }

    private boolean hasField(String slot, String variable) {
        return slots.named(slot).flatMap(Slot::source).stream()
                .anyMatch(source -> source.description().field(variable).isPresent());
    }

    /** Looks again and again, with a pause behind the last look, too. */
    private static boolean await(BooleanSupplier condition) {
        Deadline deadline = Deadline.in(LIMIT);
        boolean met;
        do {
            met = condition.getAsBoolean();
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return met;
            }
        } while (!met && !deadline.passed());
        return met;
    }

    private static int nextRow(Dictionary<String, Object> properties, int fields) {
        int configured = Collections.list(properties.keys()).stream()
                .filter(key -> key.matches("map\\.[0-9]{1,4}"))
                .mapToInt(key -> Integer.parseInt(key.substring(ROW.length())))
                .max()
                .orElse(0);
        return Math.max(Math.max(DEFAULT_ROWS, fields), configured) + 1;
    }
}
