package org.clientele.admin.transfer;

import java.util.List;
import org.clientele.admin.web.Screen;

/**
 * Why there is no file.
 *
 * @param screen what stands around it
 * @param missing the sources that do not answer, with the reason; none if they do again
 * @param again the address of the file
 * @param without the address of the file without these sources
 * @param back the list
 */
public record ExportView(Screen screen, List<String> missing, String again, String without, String back) {
    public ExportView {
        missing = List.copyOf(missing);
    }
}
