package org.clientele;

import java.util.Locale;

/** The state of a configured slot. */
public enum SourceState {
    /** It can be asked. */
    READY,
    /** It is configured, but its service or its table is not there at the moment. */
    WAITING,
    /** Its configuration has faults, see the findings. */
    MISCONFIGURED,
    /** Calls to it failed lately; the next requests try it again, every few seconds. */
    UNAVAILABLE;

    /** The word by which screens and commands name this state. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
