using System.Net.Sockets;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Sends what the post office holds, one letter after another.</summary>
public sealed partial class PostRound(
    PostOffice office, MailSettings settings, PortalSettings portal, PublicAddress address, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PostRound> log) : BackgroundService
{
    private const int Attempts = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await DeliverAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The portal ends, or could not begin: no fault of the post.
        }
    }

    private async Task DeliverAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in office.Errands.ReadAllAsync(stoppingToken))
        {
            try
            {
                if ((errand.Link ?? await MakeAsync(errand.ForgottenBy ?? "", stoppingToken)) is { } link)
                {
                    await SendAsync(Letter(link.Link, link.Address), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One letter must not stop the others. Whom it was for stays out of the log.
                NotSent(log, e);
            }
        }
    }

    private async Task<(AccountLink Link, string Address)?> MakeAsync(string email, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LinkDesk>().ForgottenAsync(email, cancellation) is { } made
            ? (made.Link, address.Of(Addresses.AccountLink(made.Secret)))
            : null;
    }

    private MimeMessage Letter(AccountLink link, string where)
    {
        var (subject, text) = Texts.Letter.For(link, where, portal.Name);
        var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(new MailboxAddress(portal.Name, settings.From!));
        letter.To.Add(new MailboxAddress("", link.Email));
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;
    }

    private async Task SendAsync(MimeMessage letter, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new SmtpClient { Timeout = (int)s_patience.TotalMilliseconds };
                await client.ConnectAsync(settings.Host!, settings.Port, Security, cancellation);
                if (settings.User is { } user)
                {
                    await client.AuthenticateAsync(user, settings.Password!, cancellation);
                }

                await client.SendAsync(letter, cancellation);
                await client.DisconnectAsync(quit: true, cancellation);
                return;
            }
            catch (Exception e) when (attempt < Attempts && e is (IOException or SocketException or TimeoutException or SmtpProtocolException))
            {
                await Task.Delay(attempt * s_patience, clock, cancellation);
            }
        }
    }

    private SecureSocketOptions Security => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    [LoggerMessage(LogLevel.Warning, "A letter could not be sent.")]
    private static partial void NotSent(ILogger log, Exception e);
}
