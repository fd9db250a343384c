using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>A mail server on loopback that takes every letter and hands it to the test.</summary>
internal sealed class CannedMail : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    public CannedMail()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The next letter, headers and text; waits for it.</summary>
    public async Task<string> NextAsync(CancellationToken cancellation) => await _letters.Reader.ReadAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
            await TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 surat.contoh.id");
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-surat.contoh.id");
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 lanjut");
                    await _letters.Writer.WriteAsync(await LetterAsync(reader), _closing.Token);
                    await writer.WriteLineAsync("250 diterima");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 sampai jumpa");
                    return;
                default:
                    await writer.WriteLineAsync("250 baik");
                    break;
            }
        }
    }

    private async Task<string> LetterAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".")
        {
            lines.Add(line);
        }

        return string.Join('\n', lines);
    }
}
