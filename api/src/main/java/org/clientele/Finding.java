package org.clientele;

/**
 * Something that is wrong or odd in a configuration or in the storage it names.
 *
 * @param key the configuration key it is about
 * @param severity whether the source can work
 * @param message what is wrong and what to write instead
 */
public record Finding(String key, Severity severity, String message) {

    /** Whether a source can work in spite of a finding. */
    public enum Severity {
        /** The source cannot work until this is mended. */
        ERROR,
        /** The source works; somebody should look at it. */
        WARNING
    }

    public static Finding error(String key, String message) {
        return new Finding(key, Severity.ERROR, message);
    }

    public static Finding warning(String key, String message) {
        return new Finding(key, Severity.WARNING, message);
    }
}
