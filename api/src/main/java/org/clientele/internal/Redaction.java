package org.clientele.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clientele.TestStep;

/** Takes secrets out of what back ends say: the message of some driver may repeat what it was given. */
final class Redaction {
    private static final String INSTEAD = "•••";
    /** Shorter ones would take ordinary words apart and protect nothing. */
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    Redaction(Set<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    TestStep of(TestStep step) {
        return new TestStep(
                step.name(),
                step.result(),
                text(step.message()),
                step.details().stream().map(this::text).toList(),
                step.time());
    }

    private String text(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, INSTEAD);
        }
        return shown;
    }
}
