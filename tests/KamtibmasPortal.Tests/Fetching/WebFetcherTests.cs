using System.IO.Compression;
using System.Net;
using System.Text;
using KamtibmasPortal.News.Fetching.Web;

namespace KamtibmasPortal.Tests.Fetching;

/// <summary>The outbound client against servers that mean harm.</summary>
public sealed class WebFetcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_whole_with_its_charset()
    {
        await using var server = new CannedServer((_, s, stop) => CannedServer.WriteAsync(s, CannedServer.Ok("isi", "Content-Type: text/html; charset=\"windows-1252\"\r\n"), stop));

        var page = (await GetAsync(server, "/a")).Page!;

        Assert.Equal(("isi", "windows-1252", "text/html"), (Encoding.UTF8.GetString(page.Bytes.Span), page.Charset, page.MediaType));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_page_is_unpacked_and_its_size_counted_unpacked(string encoding)
    {
        await using var server = new CannedServer((path, s, stop) => PackedAsync(s, encoding, path == "/bom" ? 200_000_000 : 1000, stop));

        Assert.Equal(1000, (await GetAsync(server, "/kecil")).Page!.Bytes.Length);
        Assert.Equal(WebFault.TooLarge, (await GetAsync(server, "/bom")).Fault);
    }

    [Fact]
    public async Task A_body_without_end_is_cut()
    {
        await using var server = new CannedServer(async (_, s, stop) =>
        {
            await CannedServer.WriteAsync(s, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", stop);
            var junk = new byte[65_536];
            while (true)
            {
                await s.WriteAsync(junk, stop);
            }
        });

        Assert.Equal(WebFault.TooLarge, (await GetAsync(server, "/")).Fault);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-A: 1\r\n")]
    public async Task One_deadline_covers_headers_and_body(string start)
    {
        await using var server = new CannedServer(async (_, s, stop) =>
        {
            await CannedServer.WriteAsync(s, start, stop);
            await Task.Delay(Timeout.Infinite, stop);
        });

        Assert.Equal(WebFault.Deadline, (await GetAsync(server, "/", TimeSpan.FromMilliseconds(300))).Fault);
    }

    [Fact]
    public async Task Redirects_are_followed_but_not_for_ever()
    {
        await using var server = new CannedServer((path, s, stop) => CannedServer.WriteAsync(s, path switch
        {
            "/satu" => "HTTP/1.1 302 Found\r\nLocation: /dua\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "/dua" => CannedServer.Ok("sampai"),
            _ => "HTTP/1.1 301 Moved\r\nLocation: /putar\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        }, stop));

        Assert.EndsWith("/dua", (await GetAsync(server, "/satu")).Page!.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(WebFault.TooManyRedirects, (await GetAsync(server, "/putar")).Fault);
    }

    [Theory]
    [InlineData("http://{0}/rahasia")]
    [InlineData("http://localhost:{1}/rahasia")]
    [InlineData("http://[::ffff:127.0.0.1]:{1}/rahasia")]
    [InlineData("http://2130706433:{1}/rahasia")]
    [InlineData("http://0x7f.1:{1}/rahasia")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("http://nama:sandi@127.0.0.1/")]
    public async Task A_redirect_to_a_private_address_reaches_nobody(string target)
    {
        await using var canary = new CannedServer((_, s, stop) => CannedServer.WriteAsync(s, CannedServer.Ok("rahasia"), stop));
        var location = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, canary.Host, canary.Port);
        await using var server = new CannedServer((_, s, stop) => CannedServer.WriteAsync(s, $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", stop));

        var result = await GetAsync(server, "/");

        Assert.Null(result.Page);
        Assert.Empty(canary.Asked);
    }

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://192.168.1.1/")]
    public async Task Private_addresses_are_refused_before_anything_is_sent(string address)
    {
        using var fetcher = new WebFetcher(new WebFetchSettings { UserAgent = "uji" });

        var result = await fetcher.GetAsync(new Uri(address), Stop);

        Assert.Null(result.Page);
        Assert.Equal(WebFault.Refused, result.Fault);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\nbukan gzip")]
    [InlineData("omong kosong\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\npendek")]
    public async Task Broken_answers_are_faults_and_no_surprises(string answer)
    {
        await using var server = new CannedServer((_, s, stop) => CannedServer.WriteAsync(s, answer, stop));

        var result = await GetAsync(server, "/");

        Assert.NotNull(result.Fault);
    }

    private static async Task<WebResult> GetAsync(CannedServer server, string path, TimeSpan? deadline = null)
    {
        using var fetcher = new WebFetcher(new WebFetchSettings { UserAgent = "KamtibmasPortal-uji", AllowedPrivateHosts = [server.Host], Deadline = deadline ?? TimeSpan.FromSeconds(20) });
        return await fetcher.GetAsync(new Uri($"http://{server.Host}{path}"), Stop);
    }

    private static async Task PackedAsync(Stream stream, string encoding, int size, CancellationToken stop)
    {
        await CannedServer.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n", stop);
        await using Stream packed = encoding == "br" ? new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        var zeros = new byte[Math.Min(size, 65_536)];
        for (var sent = 0; sent < size; sent += zeros.Length)
        {
            await packed.WriteAsync(zeros.AsMemory(0, Math.Min(zeros.Length, size - sent)), stop);
        }
    }
}
