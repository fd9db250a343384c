using System.Net;
using System.Net.Sockets;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>
/// The one outbound client. Every connection is checked against the address really dialled, redirects are followed by hand and
/// checked again, one deadline covers headers and body, and no body grows past its limit, compressed or not.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private const int RedirectLimit = 5;

    private readonly HttpMessageInvoker _client;
    private readonly WebFetchSettings _settings;

    public WebFetcher(WebFetchSettings settings)
    {
        _settings = settings;
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // Decompressed by hand: the limit counts what comes out.
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        });
    }

    public Task<WebResult> GetAsync(Uri address, CancellationToken cancellation) => GetAsync(new WebRequest(address), ask: null, cancellation);

    /// <param name="request">What to ask for.</param>
    /// <param name="ask">Asked before each request, redirects included: gives a turn, or says why there is none. Null asks nobody.</param>
    /// <param name="cancellation">Stops the fetch.</param>
    public async Task<WebResult> GetAsync(WebRequest request, Func<Uri, CancellationToken, Task<Turn>>? ask, CancellationToken cancellation)
    {
        using var deadline = new NetworkDeadline(_settings.Deadline, cancellation);
        try
        {
            return await FollowAsync(request, ask, deadline, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WebResult.Failed(WebFault.Deadline, $"no whole answer within {_settings.Deadline.TotalSeconds:0.##} s");
        }
        catch (Exception e) when (Find<RefusedAddressException>(e) is { } refused)
        {
            return WebResult.Failed(WebFault.Refused, refused.Message);
        }
        catch (Exception e) when (Find<SocketException>(e) is { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } unknown)
        {
            return WebResult.Failed(WebFault.UnknownHost, unknown.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return WebResult.Failed(IsNonsense(e) ? WebFault.BadAnswer : WebFault.Unreachable, e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebResult> FollowAsync(WebRequest request, Func<Uri, CancellationToken, Task<Turn>>? ask, NetworkDeadline deadline, CancellationToken cancellation)
    {
        var address = request.Address;
        for (var hop = 0; hop <= RedirectLimit; hop++)
        {
            if (Objection(address) is { } objection)
            {
                return WebResult.Failed(hop == 0 ? WebFault.Refused : WebFault.BadRedirect, objection);
            }

            using var turn = ask is null ? Turn.Given : await ask(address, cancellation);
            if (turn.Refusal is { } refusal)
            {
                return refusal;
            }

            deadline.Go();
            using var message = Message(address, request);
            using var response = await _client.SendAsync(message, deadline.Token);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            {
                if (!Uri.TryCreate(address, next, out var target))
                {
                    return WebResult.Failed(WebFault.BadRedirect, "the redirect names no address");
                }

                address = target;
                deadline.Pause();
                continue;
            }

            return await WebBody.ReadAsync(response, _settings.SizeLimit, deadline.Token) is { } bytes
                ? new WebResult(Page(address, response, bytes), null, null)
                : WebResult.Failed(WebFault.TooLarge, $"more than {_settings.SizeLimit / 1048576.0:0.#} MB, or packed beyond reason");
        }

        return WebResult.Failed(WebFault.TooManyRedirects, $"more than {RedirectLimit} redirects");
    }

    private HttpRequestMessage Message(Uri address, WebRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        message.Headers.AcceptEncoding.ParseAdd("gzip, br");
        message.Headers.AcceptLanguage.ParseAdd("id, en;q=0.3");
        if (request.ETag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }

    private static WebPage Page(Uri address, HttpResponseMessage response, byte[] bytes) =>
        new(address, response.StatusCode, response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''), response.Content.Headers.ContentType?.MediaType, bytes)
        {
            // As sent: a validator that this client finds malformed is the server's own, and goes back unchanged.
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            RetryAfter = Header(response.Headers, "Retry-After"),
            Headers = string.Concat(response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(h => h.Value.Select(v => $"{h.Key}: {v}\n"))),
        };

    private static string? Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 400 } value && !value.Any(char.IsControl) ? value : null;

    /// <summary>What is wrong with an address before it is dialled; null when nothing is.</summary>
    private string? Objection(Uri address) => address switch
    {
        { Scheme: not ("http" or "https") } => "only http and https are fetched",
        { UserInfo.Length: > 0 } => "an address with a user name is not fetched",
        { Port: not (80 or 443) } when !IsAllowed(address.IdnHost, address.Port) => $"port {address.Port} is not fetched",
        _ => null,
    };

    /// <summary>Dials only an address that was checked: what the name answers a moment later does not matter.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await _settings.Resolve(host, cancellation);
        var dialled = IsAllowed(host, port) ? addresses : Array.FindAll(addresses, AddressGuard.IsPublic);
        if (dialled.Length == 0 || dialled.Length < addresses.Length)
        {
            throw new RefusedAddressException($"{host} is not on the public internet");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(dialled, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(string host, int port) => _settings.AllowedPrivateHosts.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    /// <summary>The server answered, but not in HTTP as we know it.</summary>
    private static bool IsNonsense(Exception e) =>
        e is InvalidDataException or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse };

    private static T? Find<T>(Exception? e)
        where T : Exception
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is T found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>Leave to send one request, given back when its answer is read; or the reason why there is none.</summary>
public sealed class Turn(Action? giveBack, WebResult? refusal) : IDisposable
{
    /// <summary>Leave that nobody has to give.</summary>
    public static Turn Given { get; } = new(null, null);

    public WebResult? Refusal => refusal;

    public static Turn Refused(WebResult refusal) => new(null, refusal);

    public void Dispose() => giveBack?.Invoke();
}

/// <summary>A deadline that runs only while the network is at work.</summary>
internal sealed class NetworkDeadline(TimeSpan budget, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly System.Diagnostics.Stopwatch _spent = new();

    public CancellationToken Token => _source.Token;

    public void Go()
    {
        _spent.Start();
        _source.CancelAfter(budget > _spent.Elapsed ? budget - _spent.Elapsed : TimeSpan.Zero);
    }

    public void Pause()
    {
        _spent.Stop();
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _source.Dispose();
}
