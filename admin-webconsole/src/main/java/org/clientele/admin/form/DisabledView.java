package org.clientele.admin.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.DisabledHere;
import org.clientele.LocalDisabling;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Screen;

/**
 * Whether a customer user was disabled here, ready to be shown below the record.
 *
 * @param screen what stands around it
 * @param lede what this is about
 * @param validity what counts
 * @param mark who disabled the person and when, as a sentence; empty if nobody did
 * @param comment the comment that was given then
 * @param action where the forms are posted to
 * @param typed the comment that was typed into the form before it was refused
 * @param error why it was refused, empty if it was not
 */
public record DisabledView(
        Screen screen,
        String lede,
        Validity validity,
        String mark,
        String comment,
        String action,
        String typed,
        String error) {

    /** A person of a source that takes no changes, or one who was disabled while it took none. */
    static Optional<DisabledView> of(DirectoryEntry entry, Screen screen, Carried carried, String typed, String error) {
        if (!(entry instanceof CustomerUser user) || user.ownership() == Ownership.UNCONFIRMED) {
            return Optional.empty();
        }
        if (user.writable() && user.disabledHere().isEmpty()) {
            return Optional.empty();
        }
        Words words = screen.words();
        return Optional.of(new DisabledView(
                screen,
                words.get(user.writable() ? "disabled.lede.writable" : "disabled.lede"),
                user.validity(),
                user.disabledHere().map(mark -> sentence(mark, words)).orElse(""),
                user.disabledHere().map(DisabledHere::comment).orElse(""),
                carried.on(DisableAction.address(screen, user.login())).toString(),
                typed,
                error));
    }

    public boolean disabled() {
        return !mark.isEmpty();
    }

    public int longestComment() {
        return LocalDisabling.LONGEST_COMMENT;
    }

    private static String sentence(DisabledHere mark, Words words) {
        return words.get("disabled.by", mark.by(), time(mark.at(), words));
    }

    private static String time(Instant at, Words words) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
