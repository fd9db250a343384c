using System.Threading.Channels;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Something to be mailed: a link that was made, or one that is to be made for somebody who forgot the password.</summary>
/// <param name="Link">With its whole address; null for somebody who forgot.</param>
/// <param name="ForgottenBy">The address that somebody typed; whether it has an account is found out later.</param>
public sealed record Errand((AccountLink Link, string Address)? Link, string? ForgottenBy);

/// <summary>
/// Takes errands from pages, which never wait for them: an answer tells neither by its words nor by its time whether there is an account,
/// and a mail server that hangs holds nobody up.
/// </summary>
public sealed class PostOffice(MailSettings settings)
{
    /// <summary>More than a portal's own people ever ask for; what floods it is dropped.</summary>
    private const int MostWaiting = 200;

    private readonly Channel<Errand> _errands = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool IsOpen => settings.IsOn;

    public ChannelReader<Errand> Errands => _errands.Reader;

    /// <summary>Does nothing where no mail server is configured.</summary>
    public void Take(Errand errand)
    {
        if (IsOpen)
        {
            _errands.Writer.TryWrite(errand);
        }
    }
}
