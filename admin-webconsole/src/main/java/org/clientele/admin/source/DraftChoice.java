package org.clientele.admin.source;

import java.util.List;
import org.clientele.admin.web.Screen;

/**
 * The page that asks for which slot and which back end a draft is.
 *
 * @param slots the slots that are free
 * @param backEnds the back ends that offer a test
 */
public record DraftChoice(Screen screen, List<String> slots, List<String> backEnds) {
    public DraftChoice {
        slots = List.copyOf(slots);
        backEnds = List.copyOf(backEnds);
    }

    public String address() {
        return screen.home() + DraftForm.PATH;
    }

    /** Whether there is nothing to choose from. */
    public boolean isEmpty() {
        return slots.isEmpty() || backEnds.isEmpty();
    }
}
