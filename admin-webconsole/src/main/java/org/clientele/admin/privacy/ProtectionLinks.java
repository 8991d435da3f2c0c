package org.clientele.admin.privacy;

import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;

/**
 * The ways from a person's record to what data protection asks for.
 *
 * @param export where everything that is known about the person is downloaded
 * @param anonymise where the person is anonymised
 */
public record ProtectionLinks(String export, String anonymise) {
    /** Below the screens of customer users. */
    public static final String EXPORT = "/person.json";

    public static final String ANONYMISE = "/anonymise";

    /** Whether a page of these screens offers them to whoever looks at it. */
    public static boolean offered(Screen screen) {
        return screen.kind().equals(Kind.USERS) && screen.may(Role.MANAGE_CUSTOMER_USERS);
    }

    public static ProtectionLinks of(Screen screen, String login) {
        return new ProtectionLinks(to(screen, EXPORT, login), to(screen, ANONYMISE, login));
    }

    private static String to(Screen screen, String path, String login) {
        return Links.to(screen.home() + path)
                .with(screen.kind().idParameter(), login)
                .toString();
    }
}
