package org.clientele.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Field;
import org.clientele.spi.ExtensibleSource;
import org.osgi.service.cm.Configuration;

/** Adds a field to a source: first the column to its storage, then the row to the map of its configuration. */
final class FieldAddition {
    private static final int LONGEST = 4000;
    private static final int DEFAULT_ROWS = 16;
    private static final String ROW = "map.";

    private final Slots slots;
    private final SlotConfigurations configurations;

    FieldAddition(Slots slots, SlotConfigurations configurations) {
        this.slots = slots;
        this.configurations = configurations;
    }

    void add(String slotName, Field field, int length) throws DirectoryException {
        Slot slot =
                slots.named(slotName).orElseThrow(() -> new InvalidInputException("source", Fault.noSource(slotName)));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        check(source, field, length);
        if (!(source.service() instanceof ExtensibleSource extensible) || !source.writable()) {
            throw new ReadOnlyException("The source " + slotName + " cannot be given further fields.");
        }
        source.start(Gate.Use.WRITE, deadline -> {
                    extensible.extend(field.storage(), length, deadline);
                    return true;
                })
                .result();
        addRow(slot, source, field);
    }

    private static void check(AskedSource source, Field field, int length) throws InvalidInputException {
        Map<String, Fault> faults = new LinkedHashMap<>();
        if (!field.variable().matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            faults.put("variable", Fault.other("A variable consists of letters and digits, for example UserRoom."));
        }
        if (source.description().field(field.variable()).isPresent()) {
            faults.put("variable", Fault.other("The source has a field " + field.variable() + " already."));
        }
        if (source.fields().stream().anyMatch(f -> f.storage().equalsIgnoreCase(field.storage()))) {
            faults.put("storage", Fault.other("The column " + field.storage() + " belongs to another field already."));
        }
        if (field.label().isBlank()) {
            faults.put("label", Fault.other("The field needs a label, for example Room."));
        }
        if (length < 1 || length > LONGEST) {
            faults.put("length", Fault.other("The length must be from 1 to " + LONGEST + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private void addRow(Slot slot, AskedSource source, Field field) throws SourceUnavailableException {
        Configuration configuration =
                configurations.configuration(slot.configured()).orElseThrow(slot::waiting);
        Dictionary<String, Object> properties = configuration.getProperties();
        properties.put(ROW + nextRow(properties, source.fields().size()), field.row());
        try {
            configuration.update(properties);
        } catch (IOException e) {
            throw new SourceUnavailableException(
                    Reason.REQUEST,
                    "The column was added, but the configuration "
                            + slot.configured().pid() + " could not be saved; add the row to its map by hand: "
                            + field.row(),
                    e);
        }
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
