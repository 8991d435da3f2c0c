package org.clientele.admin.relation;

import java.util.List;
import java.util.Map;
import org.clientele.admin.web.Screen;

/**
 * The overview of a relation, ready to be shown.
 *
 * @param screen what stands around it
 * @param panels the lists of both sides
 * @param notices sentences about the relation as a whole
 */
public record OverviewView(Screen screen, List<Panel> panels, List<String> notices) {
    public OverviewView {
        panels = List.copyOf(panels);
        notices = List.copyOf(notices);
    }

    /**
     * The list of one side.
     *
     * @param key the name of its search in addresses
     * @param title what it lists
     * @param search the text that narrows it
     * @param searchLabel what the search box searches
     * @param kept what a search in this list has to keep of the other one, by name
     * @param rows the entries of this page
     * @param count the entries in words
     * @param notices what is missing, or why there is no list
     * @param first the address of the first page, empty if this is it
     * @param next the address of the next page, empty at the end
     * @param all the address without this search
     * @param emptiness what to do if there is nothing, empty if there is something
     */
    public record Panel(
            String key,
            String title,
            String search,
            String searchLabel,
            Map<String, String> kept,
            List<PanelRow> rows,
            String count,
            List<String> notices,
            String first,
            String next,
            String all,
            List<Start> emptiness) {
        public Panel {
            rows = List.copyOf(rows);
            notices = List.copyOf(notices);
            emptiness = List.copyOf(emptiness);
        }

        /** Whether nothing matches the search. */
        public boolean noHit() {
            return rows.isEmpty() && emptiness.isEmpty() && notices.isEmpty();
        }
    }

    /**
     * What to do where there is nothing yet.
     *
     * @param title what there is not
     * @param text why to add one
     * @param label the words for adding one
     * @param address where one is added, empty for whoever may not
     */
    public record Start(String title, String text, String label, String address) {}

    /**
     * One entry.
     *
     * @param address its matrix
     */
    public record PanelRow(Entry entry, String address) {}
}
