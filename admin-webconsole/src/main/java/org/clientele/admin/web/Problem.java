package org.clientele.admin.web;

import java.util.List;
import org.clientele.SourceReport;

/**
 * Why there is no answer, for the page that says so.
 *
 * @param screen what stands around it
 * @param status the HTTP status
 * @param title what happened in a few words
 * @param message a sentence
 * @param sources the sources that could not be asked
 * @param again the address to try again, empty for none
 */
public record Problem(
        Screen screen, int status, String title, String message, List<SourceReport> sources, String again) {
    public Problem {
        sources = List.copyOf(sources);
    }

    public Problem(Screen screen, int status, String message) {
        this(screen, status, screen.words().get("problem." + status), message, List.of(), "");
    }
}
