package org.clientele.admin.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SuspendedException;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Route.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge of the screens: who may ask what, one action per path, one place where everything that goes wrong is caught. The
 * console puts its frame around answers to GET alone, so a page that answers a POST is forwarded to this servlet as a GET.
 */
public abstract class ScreenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScreenServlet.class);
    private static final long MOST_REST = 10_000_000;
    private static final long MOST_OF_FILE = 500_000_000;
    private static final String PREPARED = ScreenServlet.class.getName() + ".prepared";

    /** It changes nothing but the sight of who asks. */
    private static final Route LANGUAGE = Route.post("/language", Role.VIEW, new Language());

    private final transient Kind kind;
    private final transient Site site;
    private final transient Origins origins;
    private final transient List<Route> routes;
    private final transient Map<String, Route> gets;
    private final transient Map<String, Route> posts;
    private final transient StaticFiles files = new StaticFiles();
    private final transient ReplyWriter writer = new ReplyWriter();
    /** By the path of the console. They hold as long as the console's bundle, which starts each of its lives with {@link #init}. */
    private final transient Map<String, String> policies = new ConcurrentHashMap<>();

    /** @param routes what it answers; GET changes nothing */
    protected ScreenServlet(Kind kind, Site site, List<Route> routes) {
        this.kind = kind;
        this.site = site;
        this.origins = new Origins(site.properties());
        this.routes = Stream.concat(routes.stream(), Stream.of(LANGUAGE)).toList();
        this.gets = byPath(Method.GET);
        this.posts = byPath(Method.POST);
    }

    /** All that it answers, with the role that each needs. */
    public final List<Route> routes() {
        return routes;
    }

    @Override
    public final void init(ServletConfig config) throws ServletException {
        policies.clear();
        super.init(config);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = path(request);
        if (request.getAttribute(PREPARED) instanceof Reply.Page prepared) {
            writer.write(prepared, policy(request), response);
            return;
        }
        String allowed = allowed(path);
        boolean here = known(path) || path.startsWith(StaticFiles.FOLDER);
        if (here && !List.of(allowed.split(", ")).contains(request.getMethod())) {
            response.setHeader("Allow", allowed);
        }
        if (!path.startsWith(StaticFiles.FOLDER)) {
            deliver(replyTo(request, path), request, response);
        } else if (isRead(request)) {
            files.write(path, request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void deliver(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (reply instanceof Reply.Page page && !isRead(request)) {
            request.setAttribute(PREPARED, page);
            request.getRequestDispatcher(Exchange.console(request) + "/" + kind.label())
                    .forward(new AsGet(request), response);
        } else {
            writer.write(reply, policy(request), response);
        }
    }

    private Reply replyTo(HttpServletRequest request, String path) {
        Words words = site.words().of(request.getLocale());
        Administrator who = Administrator.of(request, site.roles());
        String token = who.roles().isEmpty() ? "" : site.tokens().issue(who.name());
        Exchange asked = new Exchange(request, kind, words, who, token, false);
        try {
            return answer(request, path, asked);
        } catch (Refusal e) {
            return refused(asked, path, e.status(), e.message());
        } catch (InvalidInputException e) {
            return refused(asked, path, 422, String.valueOf(e.getMessage()));
        } catch (NotFoundException e) {
            return refused(asked, path, 404, String.valueOf(e.getMessage()));
        } catch (SuspendedException e) {
            return refused(asked, path, 409, words.unavailable(e));
        } catch (DirectoryException e) {
            return refused(asked, path, 503, words.notice(String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError e) { // a bundle that is being replaced lacks its classes
            LOG.error("{} {} failed", request.getMethod(), request.getPathInfo(), e);
            return refused(asked, path, 500, words.get("problem.unexpected"));
        }
    }

    /** The one place where it is decided who may do what: nothing of the request is looked at before. */
    private Reply answer(HttpServletRequest request, String path, Exchange asked) throws DirectoryException {
        asked.require(Role.VIEW);
        Route route = route(request, path, asked.words());
        asked.require(route.role());
        if (FileForm.isSent(request)) {
            try {
                return answer(route, fileForm(request, asked.words()), asked);
            } finally {
                takeRest(request, MOST_OF_FILE);
            }
        }
        return answer(route, request, asked);
    }

    private Reply answer(Route route, HttpServletRequest request, Exchange asked) throws DirectoryException {
        parameter(request, asked.words(), FormParameter.TOKEN);
        boolean stale = !isRead(request) && !trusted(request, asked.administrator(), asked.words());
        Exchange exchange = asked.with(request);
        return route.action().answer(stale ? exchange.stale() : exchange);
    }

    private static FileForm fileForm(HttpServletRequest request, Words words) {
        try {
            return new FileForm(request);
        } catch (IOException | RuntimeException e) {
            LOG.info("A form with a file was refused: {}", e.getClass().getName());
            throw new Refusal(400, words.get("refused.encoding"));
        }
    }

    private Route route(HttpServletRequest request, String path, Words words) {
        Map<String, Route> routes = isRead(request) ? gets : request.getMethod().equals("POST") ? posts : Map.of();
        return Optional.ofNullable(routes.get(path))
                .orElseThrow(() -> known(path)
                        ? new Refusal(405, words.get("refused.method"))
                        : new Refusal(404, words.get("refused.path")));
    }

    /** Whether a change may be made; only a token that went stale on a page of ours is answered with the form itself. */
    private boolean trusted(HttpServletRequest request, String who, Words words) {
        if (origins.foreign(request)) {
            throw new Refusal(403, words.get("refused.origin"));
        }
        String token = parameter(request, words, FormParameter.TOKEN);
        if (site.tokens().accepts(who, token)) {
            return true;
        }
        if (token.isEmpty() || request.getHeader("Origin") == null) {
            throw new Refusal(403, words.get("refused.token"));
        }
        return false;
    }

    /** The container refuses forms that are too big and encodings that are broken when the first parameter is read. */
    private static String parameter(HttpServletRequest request, Words words, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name)).orElse("");
        } catch (RuntimeException e) {
            LOG.info("The container refused the parameters: {}", e.getClass().getName());
            takeRest(request, MOST_REST);
            throw tooBig(e)
                    ? new Refusal(413, words.get("refused.size"))
                    : new Refusal(400, words.get("refused.encoding"));
        }
    }

    /** Of too much the container says that its state does not allow it, of a broken encoding that the text is wrong. */
    private static boolean tooBig(Throwable refusal) {
        return Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
                .anyMatch(IllegalStateException.class::isInstance);
    }

    /** Whoever still sends when the connection is closed never sees the answer. */
    private static void takeRest(HttpServletRequest request, long most) {
        try {
            LOG.debug("{} bytes of it were dropped", request.getInputStream().skip(most));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The rest of it could not be read", e);
        }
    }

    private Reply refused(Exchange exchange, String path, int status, String message) {
        if (path.endsWith(".json")) {
            return new Reply.Json(status, Map.of("message", message));
        }
        Problem problem = new Problem(exchange.screen(), status, message);
        return path.endsWith(".frag")
                ? new Reply.Fragment(status, new StaticTemplates().notice(message), Map.of())
                : new Reply.Page(status, new StaticTemplates().problem(problem));
    }

    private String allowed(String path) {
        boolean get = gets.containsKey(path) || path.startsWith(StaticFiles.FOLDER);
        boolean post = posts.containsKey(path);
        return get && post ? "GET, HEAD, POST" : post ? "POST" : "GET, HEAD";
    }

    private boolean known(String path) {
        return gets.containsKey(path) || posts.containsKey(path);
    }

    /** Two routes for one path are a mistake that must not go unnoticed: this throws. */
    private Map<String, Route> byPath(Method method) {
        return routes.stream()
                .filter(route -> route.method() == method)
                .collect(Collectors.toUnmodifiableMap(Route::path, route -> route));
    }

    private String policy(HttpServletRequest request) {
        return policies.computeIfAbsent(
                Exchange.console(request),
                console -> ContentPolicy.of(getServletConfig(), console, kind.label())
                        .header());
    }

    private String path(HttpServletRequest request) {
        String below = Optional.ofNullable(request.getPathInfo())
                .map(info ->
                        info.substring(Math.min(info.length(), 1 + kind.label().length())))
                .orElse("");
        // by its ending the console tells pages from what goes out without its frame
        boolean page = below.endsWith("/") && !below.contains(".");
        return page ? below.substring(0, below.length() - 1) : below;
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
