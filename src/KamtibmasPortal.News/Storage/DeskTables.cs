using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The tables of the editors' work on articles, and the columns of an article that they decide.</summary>
internal static class DeskTables
{
    /// <summary>Tags that no machine had proposed, as a condition that both stores read.</summary>
    public const string AddedByEditors = """ "Origin" = 'Editor' AND "Evidence" = '[]' AND NOT "IsImplied" """;

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Article>(e =>
        {
            e.Property(x => x.Waiting).HasConversion<int>();
            e.Property(x => x.AssignedTo).HasMaxLength(256);
            e.Ignore(x => x.Standing);
            // Everything a filter of the queue asks stands in the index: of 50,000 that wait only the page's own rows are read.
            e.HasIndex(x => new { x.Urgency, x.WaitingSince, x.Id, x.SourceId, x.AssignedTo, x.Waiting, x.State })
                .HasDatabaseName("IX_Articles_Queue").IsDescending(true, false, false, false, false, false, false).HasFilter("\"Urgency\" > 0");
            // What the overview counts by days.
            e.HasIndex(x => x.FirstSeenAt);
            e.HasIndex(x => x.PublicSince).HasFilter("\"PublicSince\" IS NOT NULL");
            e.HasIndex(x => x.WithdrawnAt).HasFilter("\"WithdrawnAt\" IS NOT NULL");
            e.HasIndex(x => x.PinnedUntil).HasFilter("\"PinnedUntil\" IS NOT NULL");
        });
        builder.Entity<ArticleEdit>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Editor).HasMaxLength(256);
            e.Property(x => x.Field).HasMaxLength(200);
            e.Ignore(x => x.Tag);
            e.HasIndex(x => new { x.ArticleId, x.At });
        });
        builder.Entity<Correction>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Editor).HasMaxLength(256);
            e.HasIndex(x => x.ArticleId);
            e.HasIndex(x => new { x.At, x.Id });
        });
        builder.Entity<Proposal>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Editor).HasMaxLength(256);
            e.Property(x => x.Draft).HasConversion(PortalDbContext.Json<ArticleDraft>(), PortalDbContext.Same<ArticleDraft>());
            e.HasIndex(x => new { x.ArticleId, x.At });
        });
        builder.Entity<BulkAct>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Editor).HasMaxLength(256);
            e.Property(x => x.SourceName).HasMaxLength(200);
            e.Property(x => x.UndoneBy).HasMaxLength(256);
            e.HasIndex(x => x.At);
        });
        builder.Entity<ArticleTag>(e => e.HasIndex(x => new { x.Kind, x.Key }).HasDatabaseName("IX_ArticleTags_Added").HasFilter(AddedByEditors));
        builder.Entity<BulkChange>(e =>
        {
            e.HasKey(x => new { x.ActId, x.ArticleId });
            e.HasIndex(x => x.ArticleId);
            e.Property(x => x.Before).HasConversion(PortalDbContext.Json<BulkBefore>(), PortalDbContext.Same<BulkBefore>());
        });
        builder.Entity<ReaderReport>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(ReaderReport.LongestName);
            e.Property(x => x.Contact).HasMaxLength(ReaderReport.LongestContact);
            e.HasIndex(x => x.ArticleId);
            e.HasIndex(x => new { x.State, x.At });
        });
    }
}
