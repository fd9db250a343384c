namespace KamtibmasPortal.News.Model;

/// <summary>Title and lead: as the publisher prints them, and as an editor corrected them. What an editor decided outlives the publisher's revisions.</summary>
public sealed partial class Article
{
    /// <summary>The publisher's own title where an editor has decided on it; null where <see cref="Title"/> is it.</summary>
    public string? PrintedTitle { get; private set; }

    /// <summary>The lead as the machine cut it where an editor has written another; null where <see cref="Summary"/> is it.</summary>
    public string? PrintedSummary { get; private set; }

    /// <summary>What editors tell one another about it. Never public.</summary>
    public string? Note { get; set; }

    /// <summary>The title that the publisher gave it, whatever editors made of it.</summary>
    public string TitleAsPrinted() => PrintedTitle ?? Title;

    /// <summary>The publisher's words, new or revised.</summary>
    public void Print(string title, bool titleDerived, string summary)
    {
        if (PrintedTitle is null)
        {
            (Title, TitleDerived) = (title, titleDerived);
        }
        else
        {
            PrintedTitle = title;
        }

        if (PrintedSummary is null)
        {
            Summary = summary;
        }
        else
        {
            PrintedSummary = summary;
        }
    }

    /// <summary>The publisher has come to ask for less than its source allows: that holds from now on.</summary>
    public void ObeyPublisher(bool excerptOnly)
    {
        if (excerptOnly)
        {
            (IsExcerptOnly, Display) = (true, Display.Excerpt);
        }
    }

    /// <summary>An editor's title, or a yes to a derived one. The publisher's own comes back by being written again.</summary>
    public void CorrectTitle(string title)
    {
        var wasDerived = TitleDerived;
        (PrintedTitle, Title, TitleDerived) = (PrintedTitle ?? Title, title, false);
        if (Title == PrintedTitle && !wasDerived)
        {
            PrintedTitle = null;
        }
    }

    /// <summary>Takes back the yes to a derived title.</summary>
    public void DoubtTitle() => (Title, PrintedTitle, TitleDerived) = (PrintedTitle ?? Title, null, true);

    /// <summary>An editor's lead. The machine's own comes back by being written again.</summary>
    public void CorrectSummary(string summary)
    {
        (PrintedSummary, Summary) = (PrintedSummary ?? Summary, summary);
        if (Summary == PrintedSummary)
        {
            PrintedSummary = null;
        }
    }
}
