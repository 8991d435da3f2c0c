package org.clientele.admin.web;

import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;

/** Sets the cookie by which the console, too, knows the language. */
final class Language implements Action {
    private static final String COOKIE = "felix-webconsole-locale";
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final int YEAR = 365 * 24 * 60 * 60;

    @Override
    public Reply answer(Exchange exchange) {
        Screen screen = exchange.screen();
        String language = exchange.text("language");
        if (!LANGUAGES.contains(language)) {
            throw new Refusal(422, exchange.words().get("bad.language"));
        }
        Cookie cookie = new Cookie(COOKIE, language);
        cookie.setPath(screen.console());
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        return new Reply.Redirect(back(exchange.text("back"), screen.home()), Optional.of(cookie));
    }

    /** Back only to a page of ours: anything else would make this a way to send people elsewhere. */
    private static String back(String wanted, String home) {
        boolean ours = wanted.equals(home) || wanted.startsWith(home + "/") || wanted.startsWith(home + "?");
        boolean clean = wanted.chars().noneMatch(c -> c < ' ' || c == '\\' || c > '~');
        return ours && clean && !climbs(wanted, home) ? wanted : home;
    }

    /** No path of ours has encoded characters, and dots that are encoded climb as well as plain ones. */
    private static boolean climbs(String wanted, String home) {
        String below = wanted.substring(home.length()).replaceFirst("\\?.*", "");
        return wanted.contains("..") || below.contains("%");
    }
}
