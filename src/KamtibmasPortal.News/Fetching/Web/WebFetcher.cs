using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>How the outbound client behaves.</summary>
public sealed record WebFetchSettings
{
    /// <summary>Sent with every request: who asks and how to reach them.</summary>
    public required string UserAgent { get; init; }

    /// <summary>host:port that may be fetched although it is not public, on any port.</summary>
    public IReadOnlyList<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>One deadline over headers and body.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes after decompression.</summary>
    public int SizeLimit { get; init; } = 5 * 1024 * 1024;
}

/// <summary>What an address answered with.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Charset">As the transport declares it.</param>
/// <param name="MediaType">As the transport declares it.</param>
/// <param name="Bytes">The body, decompressed.</param>
public sealed record WebPage(Uri Address, HttpStatusCode Status, string? Charset, string? MediaType, ReadOnlyMemory<byte> Bytes);

public enum WebFault { Refused, Unreachable, Deadline, TooLarge, TooManyRedirects, BadRedirect, BadAnswer }

/// <summary>A page, or why there is none.</summary>
public sealed record WebResult(WebPage? Page, WebFault? Fault, string? Detail);

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

    public async Task<WebResult> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_settings.Deadline);
        try
        {
            return await FollowAsync(address, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(WebFault.Deadline, $"no whole answer within {_settings.Deadline.TotalSeconds:0} s");
        }
        catch (Exception e) when (Find<RefusedAddressException>(e) is { } refused)
        {
            return Failed(WebFault.Refused, refused.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return Failed(e is InvalidDataException ? WebFault.BadAnswer : WebFault.Unreachable, e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebResult> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= RedirectLimit; hop++)
        {
            if (Objection(address) is { } objection)
            {
                return Failed(hop == 0 ? WebFault.Refused : WebFault.BadRedirect, objection);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            request.Headers.AcceptLanguage.ParseAdd("id, en;q=0.3");
            using var response = await _client.SendAsync(request, cancellation);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            {
                if (!Uri.TryCreate(address, next, out var target))
                {
                    return Failed(WebFault.BadRedirect, "the redirect names no address");
                }

                address = target;
                continue;
            }

            return await BodyAsync(response, cancellation) is { } bytes
                ? new WebResult(new WebPage(address, response.StatusCode, response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''), response.Content.Headers.ContentType?.MediaType, bytes), null, null)
                : Failed(WebFault.TooLarge, $"more than {_settings.SizeLimit / 1048576.0:0.#} MB");
        }

        return Failed(WebFault.TooManyRedirects, $"more than {RedirectLimit} redirects");
    }

    /// <summary>What is wrong with an address before it is dialled; null when nothing is.</summary>
    private string? Objection(Uri address) => address switch
    {
        { Scheme: not ("http" or "https") } => "only http and https are fetched",
        { UserInfo.Length: > 0 } => "an address with a user name is not fetched",
        { Port: not (80 or 443) } when !IsAllowed(address.IdnHost, address.Port) => $"port {address.Port} is not fetched",
        _ => null,
    };

    /// <summary>Null when the body is too large, packed or unpacked.</summary>
    private async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var raw = await response.Content.ReadAsStreamAsync(cancellation);
        await using var plain = response.Content.Headers.ContentEncoding.LastOrDefault()?.ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => new GZipStream(raw, CompressionMode.Decompress),
            "BR" => new BrotliStream(raw, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
        using var body = new MemoryStream();
        var buffer = new byte[32_768];
        int read;
        while ((read = await plain.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > _settings.SizeLimit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>Dials only an address that was checked: what the name answers a moment later does not matter.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
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

    private static WebResult Failed(WebFault fault, string detail) => new(null, fault, detail);

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
