package org.clientele.itests.outside;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.HttpCredentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person at the console with a browser, who notices whatever the browser complains about. */
final class Visitor implements AutoCloseable {
    /** How long something may take to happen on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Path SCREENSHOTS = Path.of(System.getProperty("clientele.screenshots"));
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> BAD = List.of("serious", "critical");
    private static final int HEIGHT = 900;

    private final String console;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int width = 1280;

    Visitor(Browser browser, String console, String language) {
        this(browser, console, language, "admin", Instance.PASSWORD);
    }

    /** Somebody else. */
    Visitor(Browser browser, String console, String language, String user, String password) {
        this.console = console;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setHttpCredentials(new HttpCredentials(user, password))
                .setLocale(language)
                .setViewportSize(width, HEIGHT));
        context.addInitScript("addEventListener('securitypolicyviolation',"
                + " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    /** Opens a page below the console. */
    Response open(String path) {
        return page.navigate(console + path);
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    /** The row of the list whose first column is exactly this. */
    Locator row(String id) {
        return page.locator("table.records tbody tr:not(.caption)")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th").getByText(id, new Locator.GetByTextOptions().setExact(true))));
    }

    void fill(Map<String, String> values) {
        values.forEach((field, value) -> at("#" + field).fill(value));
    }

    void press(String button) {
        at("form.record button[name=" + button + "]").click();
    }

    /** Keeps the whole page as it is seen in a window that is high enough; to be called when it was asserted. */
    void keep(String name) {
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, Math.max(HEIGHT, height));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        page.setViewportSize(width, HEIGHT);
    }

    /** Goes on with other colours in a window of another width. */
    void see(ColorScheme colors, int otherWidth) {
        width = otherWidth;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
        page.setViewportSize(width, HEIGHT);
    }

    /** What the browser complained about so far. */
    List<String> complaints() {
        return complaints;
    }

    /** What sticks out of its place, or makes the whole page wider than the window. */
    @SuppressWarnings("unchecked")
    List<String> overflowing() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('main.clientele :is(th, td, dd, h2, h3, .value, .notice, .button) > *')]
                    .filter(e => e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 1)
                    .map(e => e.outerHTML.slice(0, 200))
                    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])""");
    }

    /** What keeps people out, as axe finds it. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .setLegacyMode(
                                true) // in this page itself: the other mode opens a second one for each answer, for
                        // frames
                        .include("#content")
                        .options(violationsOf(RULES))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> BAD.contains(rule.getImpact()))
                        .map(rule -> rule.getImpact() + " " + rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** Without what is in order: in a long list that is most of the time and megabytes. */
    private static AxeRunOptions violationsOf(List<String> tags) {
        AxeRunOnlyOptions only = new AxeRunOnlyOptions();
        only.setType("tag");
        only.setValues(tags);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(only);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    @Override
    public void close() {
        context.close();
    }

    /** The console has no icon, and the browser mentions the status of pages that say what is wrong or not there. */
    private void hear(ConsoleMessage message) {
        String where = message.location();
        boolean icon = where.contains("/favicon.ico") && message.text().contains("status of 404");
        boolean ours = where.startsWith(console + "/customer") || where.startsWith(console + "/groups");
        boolean page = ours && !where.contains("/res/");
        boolean said = page && message.text().matches(".*status of (403|404|409|422|503) .*");
        if (message.type().equals("error") && !icon && !said) {
            complaints.add(message.text() + " at " + where);
        }
    }
}
