package org.clientele;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Input that a rule refuses; it says for each field what is wrong. */
public final class InvalidInputException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Fault> faults;

    /** @param faults what is wrong, by field (a variable, or the name of a parameter), at least one */
    public InvalidInputException(Map<String, Fault> faults) {
        super(faults.values().stream().map(Fault::message).collect(Collectors.joining(" ")));
        this.faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public InvalidInputException(String field, Fault fault) {
        this(Map.of(field, fault));
    }

    /** For a source that words a fault of its own. */
    public InvalidInputException(String field, String message) {
        this(field, Fault.other(message));
    }

    /** What is wrong, by field, in the order of the source's map. */
    public Map<String, Fault> faults() {
        return faults;
    }

    /** The sentences for people, by field. */
    public Map<String, String> messages() {
        Map<String, String> messages = new LinkedHashMap<>();
        faults.forEach((field, fault) -> messages.put(field, fault.message()));
        return Collections.unmodifiableMap(messages);
    }
}
