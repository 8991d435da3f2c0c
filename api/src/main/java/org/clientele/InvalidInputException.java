package org.clientele;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Input that a rule refuses; it says for each field what is wrong. */
public final class InvalidInputException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> messages;

    /** @param messages a sentence for people by field (a variable, or the name of a parameter), at least one */
    public InvalidInputException(Map<String, String> messages) {
        super(String.join(" ", messages.values()));
        this.messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }

    public InvalidInputException(String field, String message) {
        this(Map.of(field, message));
    }

    /** What is wrong, by field, in the order of the source's map. */
    public Map<String, String> messages() {
        return messages;
    }
}
