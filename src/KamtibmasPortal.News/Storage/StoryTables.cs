using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The tables of stories.</summary>
internal static class StoryTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Story>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => x.MergedInto);
        });
        builder.Entity<StoryEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.HasIndex(x => x.ArticleId).IsUnique();
            e.HasIndex(x => new { x.StoryId, x.ArticleId });
            e.HasIndex(x => x.ConflictDay);
        });
        // SQLite keeps it without row ids, see the migration: the key is all there is.
        builder.Entity<StoryKey>(e => e.HasKey(x => new { x.Key, x.Day, x.Number }));
    }
}
