package org.clientele.admin.web;

import java.util.List;
import org.clientele.Outcome;

/**
 * Why there is no answer, for the page that says so.
 *
 * @param screen what stands around it
 * @param status the HTTP status
 * @param title what happened in a few words
 * @param message a sentence
 * @param sources the sources that could not be asked
 * @param again the address to try again, empty for none
 * @param back the way back to the overview
 */
public record Problem(
        Screen screen, int status, String title, String message, List<AwaySource> sources, String again, String back) {
    public Problem {
        sources = List.copyOf(sources);
    }

    /**
     * A source that could not be asked.
     *
     * @param name its name for people
     */
    public record AwaySource(String name, Outcome outcome, String message) {}

    public Problem(Screen screen, int status, String message) {
        this(screen, status, screen.words().get("problem." + status), message, List.of(), "", screen.home());
    }
}
