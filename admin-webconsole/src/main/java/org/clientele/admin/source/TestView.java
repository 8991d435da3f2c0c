package org.clientele.admin.source;

import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * The test of a source, ready to be shown.
 *
 * @param screen what stands around it
 * @param slot the slot that is tested
 * @param name its name for people
 * @param steps what came of the test
 */
public record TestView(Screen screen, String slot, String name, Steps steps) {

    /** Where the form of the test goes to: the address tells the slot, so that it is still known after a change of language. */
    public String address() {
        return to("/test");
    }

    /** Where a draft of the same source is. */
    public String draft() {
        return to(DraftForm.PATH);
    }

    private String to(String path) {
        return Links.to(screen.home() + path).with(FormParameter.SOURCE, slot).toString();
    }
}
