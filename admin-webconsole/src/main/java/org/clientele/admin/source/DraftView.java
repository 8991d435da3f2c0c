package org.clientele.admin.source;

import org.clientele.SourceDrafts.Draft;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * A draft of a source in its form.
 *
 * @param screen what stands around it
 * @param slot the slot that it is for
 * @param name the name of the source that is there, the slot if there is none
 * @param draft the draft as it was typed
 * @param message why it was not tested, empty if it was or is still to be
 * @param steps what came of the test
 */
public record DraftView(Screen screen, String slot, String name, Draft draft, String message, Steps steps) {

    /** Where the form goes to. */
    public String address() {
        return Links.to(screen.home() + DraftForm.PATH)
                .with(FormParameter.SOURCE, slot)
                .with(DraftForm.BACK_END, draft.factoryPid())
                .toString();
    }

    /** The name of the file that would make a source of it. */
    public String file() {
        return "etc/" + draft.factoryPid() + (draft.instance().isEmpty() ? "" : "-" + draft.instance()) + ".cfg";
    }

    /** The text; browsers drop a line break at the beginning. */
    public String area() {
        return "\n" + draft.text();
    }

    public int most() {
        return DraftForm.MOST_CHARACTERS;
    }
}
